//! A picture of the screen without this window on it.

use std::time::Duration;

use eframe::egui::{Context, ViewportCommand};

use crate::collect::{self, Capture, CaptureSupport};
use crate::job::Monitor;

/// How long the system may take to hide the window.
const HIDE: Duration = Duration::from_millis(400);

/// Waits, hides the window, takes the pictures, and shows the window again whatever came of it.
pub fn take(window: &Context, delay_secs: u32, monitor: &Monitor) -> Result<Vec<Capture>, collect::Error> {
    for _ in 0..delay_secs * 10 {
        std::thread::sleep(Duration::from_millis(100));
        monitor.go_on()?;
    }
    // Where the desktop itself takes the picture it also asks first; and Wayland brings no window back.
    let hidden = (collect::capture::support() == CaptureSupport::Direct).then(|| Hidden::new(window));
    let taken = collect::screens(monitor);
    drop(hidden);
    taken
}

/// The window out of sight, until this is dropped.
struct Hidden<'a>(&'a Context);

impl<'a> Hidden<'a> {
    fn new(window: &'a Context) -> Self {
        window.send_viewport_cmd(ViewportCommand::Minimized(true));
        window.request_repaint();
        std::thread::sleep(HIDE);
        Self(window)
    }
}

impl Drop for Hidden<'_> {
    fn drop(&mut self) {
        self.0.send_viewport_cmd(ViewportCommand::Minimized(false));
        self.0.send_viewport_cmd(ViewportCommand::Focus);
        self.0.request_repaint();
    }
}
