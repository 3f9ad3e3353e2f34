//! A picture of the screen without this window on it.

use std::time::Duration;

use eframe::egui::{Context, ViewportCommand};

use crate::collect::{self, Aim, Capture, CaptureSupport};
use crate::job::{Monitor, Stage};

/// What stands in the title bar.
const NAME: &str = "Casefile";
/// How long the system may take to hide the window.
const HIDE: Duration = Duration::from_millis(400);

/// Waits, hides the window, takes the pictures, and shows the window again whatever came of it. The seconds that are left
/// stand in the window's title too: it is read in the task bar while another program is in front.
pub fn take(window: &Context, aim: Aim, delay_secs: u32, monitor: &Monitor) -> Result<Vec<Capture>, collect::Error> {
    for left in (1..=delay_secs).rev() {
        monitor.stage(Stage::Waiting(left), u64::from(delay_secs))?;
        monitor.advance(u64::from(delay_secs - left))?;
        let _title = Title::new(window, left);
        for _ in 0..10 {
            std::thread::sleep(Duration::from_millis(100));
            monitor.go_on()?;
        }
    }
    monitor.stage(Stage::Waiting(0), 0)?;
    // Where the desktop itself takes the picture it also asks first; and Wayland brings no window back.
    let hidden = (collect::capture::support() == CaptureSupport::Direct).then(|| Hidden::new(window));
    let taken = collect::capture::take(aim, monitor);
    drop(hidden);
    taken
}

/// A number before the window's name, until this is dropped.
struct Title<'a>(&'a Context);

impl<'a> Title<'a> {
    fn new(window: &'a Context, left: u32) -> Self {
        window.send_viewport_cmd(ViewportCommand::Title(format!("{left} · {NAME}")));
        window.request_repaint();
        Self(window)
    }
}

impl Drop for Title<'_> {
    fn drop(&mut self) {
        self.0.send_viewport_cmd(ViewportCommand::Title(NAME.to_owned()));
        self.0.request_repaint();
    }
}

/// The window out of sight, until this is dropped.
struct Hidden<'a>(&'a Context);

impl<'a> Hidden<'a> {
    fn new(window: &'a Context) -> Self {
        window.send_viewport_cmd(ViewportCommand::Visible(false));
        window.request_repaint();
        std::thread::sleep(HIDE);
        Self(window)
    }
}

impl Drop for Hidden<'_> {
    fn drop(&mut self) {
        self.0.send_viewport_cmd(ViewportCommand::Visible(true));
        self.0.send_viewport_cmd(ViewportCommand::Focus);
        self.0.request_repaint();
    }
}
