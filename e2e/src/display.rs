//! A screen nobody sees: an X server of our own on a number nobody else has, with a window manager, because without
//! one a window gets no focus and takes no keys.

use std::process::Stdio;
use std::time::Duration;

use crate::process::{Process, guarded};
use crate::trouble::Outcome;

/// A running X server with its window manager.
pub struct Display {
    // Dropped in this order: the manager first.
    _manager: Process,
    _server: Process,
    /// What DISPLAY must be to appear on it.
    pub name: String,
}

impl Display {
    /// Starts both; room for a 1440×900 window and its frame.
    pub fn new(environment: &[(String, String)]) -> Outcome<Self> {
        let mut command = guarded("Xvfb", environment);
        command.args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1600x1000x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ]);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = Process::start("Xvfb", &mut command)?;
        let number = server.first_line(Duration::from_secs(20), |line| line.trim().parse::<u32>().is_ok())?;
        let name = format!(":{}", number.trim());

        let mut command = guarded("openbox", environment);
        command
            .arg("--sm-disable")
            .env("DISPLAY", &name)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let manager = Process::start("openbox", &mut command)?;
        Ok(Self {
            _manager: manager,
            _server: server,
            name,
        })
    }
}
