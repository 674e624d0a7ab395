//! One start of the app under the driver, with the ways it can end.

use std::process::Stdio;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

use crate::artefacts::Artefacts;
use crate::process::{Process, children_of, guarded, is_over, kill_one, wait_until};
use crate::trouble::{Outcome, Trouble, While};
use crate::webdriver::Driver;
use crate::window::Window;

/// A running app.
pub struct App {
    /// Its window.
    pub window: Window,
    driver: Process,
    id: u32,
}

impl App {
    /// Starts `binary` through a driver of its own, because the app inherits the driver's environment.
    pub(crate) fn start(
        binary: &str,
        arguments: &[String],
        environment: &[(String, String)],
        artefacts: &Artefacts,
    ) -> Outcome<Self> {
        let log = artefacts.log()?;
        let port = free_port()?;
        let mut command = guarded("WebKitWebDriver", environment);
        command
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true");
        command
            .stdout(log.try_clone().during("sharing the log")?)
            .stderr(Stdio::from(log));
        let mut driver = Process::start("WebKitWebDriver", &mut command)?;
        wait_until(Duration::from_secs(10), "the driver to listen", || {
            std::net::TcpStream::connect(("127.0.0.1", port)).ok()
        })?;
        let session = Driver::start(port, binary, arguments).map_err(|trouble| {
            driver.kill();
            Trouble(format!(
                "{trouble}\n--- what the app logged ---\n{}",
                artefacts.logs()
            ))
        })?;
        let id = wait_until(Duration::from_secs(5), "the app's process", || {
            children_of(driver.id()).first().copied()
        })?;
        Ok(Self {
            window: Window::new(session, artefacts.clone()),
            driver,
            id,
        })
    }

    /// The id of the app's own process.
    pub fn id(&self) -> u32 {
        self.id
    }

    /// Whether the app's process is still there.
    pub fn is_running(&self) -> bool {
        !is_over(self.id)
    }

    /// Ends the app at once, in whatever it is doing, as a power cut would.
    pub fn kill(mut self) -> Outcome {
        kill_one(self.id)?;
        wait_until(Duration::from_secs(10), "the killed app to be gone", || {
            is_over(self.id).then_some(())
        })?;
        self.driver.kill();
        Ok(())
    }

    /// Asks the app to end, as the end of a desktop session does, and waits for it.
    pub fn quit(self) -> Outcome {
        let id = i32::try_from(self.id).ok().and_then(Pid::from_raw);
        let id = id.ok_or_else(|| Trouble::new("the app has no process id"))?;
        kill_process(id, Signal::TERM).during("asking the app to end")?;
        wait_until(Duration::from_secs(10), "the app to end", || {
            (!self.is_running()).then_some(())
        })
    }
}

/// A port nobody listens on just now; the driver takes no port 0.
fn free_port() -> Outcome<u16> {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).during("looking for a free port")?;
    Ok(listener.local_addr().during("looking for a free port")?.port())
}
