//! A picture of the screen without this window on it.

use std::time::Duration;

use eframe::egui::{Context, ViewportCommand};

use crate::collect::{self, Capture};
use crate::job::Monitor;

/// How long the system may take to hide the window.
const HIDE: Duration = Duration::from_millis(400);

/// Waits, hides the window, takes the pictures, and shows the window again whatever came of it.
pub fn take(window: &Context, delay_secs: u32, monitor: &Monitor) -> Result<Vec<Capture>, collect::Error> {
    for _ in 0..delay_secs * 10 {
        std::thread::sleep(Duration::from_millis(100));
        monitor.go_on()?;
    }
    window.send_viewport_cmd(ViewportCommand::Minimized(true));
    window.request_repaint();
    std::thread::sleep(HIDE);
    let taken = collect::screens(monitor);
    window.send_viewport_cmd(ViewportCommand::Minimized(false));
    window.send_viewport_cmd(ViewportCommand::Focus);
    window.request_repaint();
    taken
}
