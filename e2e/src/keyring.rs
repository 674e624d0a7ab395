//! The real Secret Service: gnome-keyring's daemon, with a login keyring of its own, unlocked.

use std::process::{Command, Stdio};
use std::time::Duration;

use crate::process::{Process, guarded, wait_until};
use crate::trouble::{Outcome, Trouble, While};

const PATIENCE: Duration = Duration::from_secs(20);

/// A running, unlocked keyring.
pub struct Keyring {
    _daemon: Process,
    environment: Vec<(String, String)>,
}

impl Keyring {
    /// Starts it on the session bus that `environment` names, and waits until it keeps a secret.
    pub fn new(environment: &[(String, String)]) -> Outcome<Self> {
        let mut command = guarded("gnome-keyring-daemon", environment);
        command.args(["--unlock", "--components=secrets", "--foreground"]);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let mut daemon = Process::start("gnome-keyring-daemon", &mut command)?;
        // The password that unlocks (and the first time makes) the login keyring, ended by the end of the input.
        daemon.tell("stage")?;
        let keyring = Self {
            _daemon: daemon,
            environment: environment.to_vec(),
        };
        wait_until(PATIENCE, "the keyring to keep a secret", || {
            keyring.store("stage", "ready", "yes").ok()
        })?;
        Ok(keyring)
    }

    /// Stores `secret` under one attribute, as any other program of the person's would.
    pub fn store(&self, attribute: &str, value: &str, secret: &str) -> Outcome {
        use std::io::Write;
        let mut command = self.tool();
        command
            .args(["store", "--label", "stage", attribute, value])
            .stdin(Stdio::piped());
        let mut child = command.spawn().during("starting secret-tool")?;
        if let Some(mut input) = child.stdin.take() {
            input
                .write_all(secret.as_bytes())
                .during("writing to secret-tool")?;
        }
        let answer = child.wait().during("waiting for secret-tool")?;
        answer
            .success()
            .then_some(())
            .ok_or_else(|| Trouble::new("secret-tool could not store"))
    }

    /// The secret under one attribute, if there is one.
    pub fn lookup(&self, attribute: &str, value: &str) -> Outcome<Option<String>> {
        let output = self
            .tool()
            .args(["lookup", attribute, value])
            .output()
            .during("starting secret-tool")?;
        let secret = String::from_utf8_lossy(&output.stdout).into_owned();
        Ok(output.status.success().then_some(secret))
    }

    fn tool(&self) -> Command {
        let mut command = guarded("secret-tool", &self.environment);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        command
    }
}
