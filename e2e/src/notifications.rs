//! The notification service of the stage: it takes every call the platform's own would take, and keeps it.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::home::Home;
use crate::process::{Process, guarded, wait_until};
use crate::trouble::{Outcome, Trouble, While};

/// What one `Notify` call asked to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// Its number, for [`Notifications::press`].
    pub id: u64,
    /// Title.
    pub summary: String,
    /// Text.
    pub body: String,
    /// Key and label of each button, in pairs, as on the wire.
    pub actions: Vec<String>,
}

/// The running service.
pub struct Notifications {
    server: Process,
    record: PathBuf,
    control: PathBuf,
}

impl Notifications {
    /// Starts it on the session bus that `environment` names, and waits until it owns the name.
    pub fn new(home: &Home, environment: &[(String, String)]) -> Outcome<Self> {
        let (record, control) = (home.path("notifications"), home.path("notifications.fifo"));
        let made = Command::new("mkfifo")
            .arg(&control)
            .status()
            .during("making a FIFO")?;
        if !made.success() {
            return Err(Trouble::new("mkfifo refused"));
        }
        // Debian's python3, not the first of PATH: that one may lack the dbus module.
        let mut command = guarded("/usr/bin/python3", environment);
        command
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/notifications.py"))
            .arg(&record)
            .arg(&control);
        command.stdout(Stdio::piped());
        let mut server = Process::start("the notification service", &mut command)?;
        server.first_line(Duration::from_secs(20), |line| line == "ready")?;
        Ok(Self {
            server,
            record,
            control,
        })
    }

    /// Everything asked for so far, oldest first.
    pub fn shown(&self) -> Vec<Notification> {
        let record = fs::read_to_string(&self.record).unwrap_or_default();
        record
            .lines()
            .filter_map(|line| parse(&serde_json::from_str(line).ok()?))
            .collect()
    }

    /// Waits for the first notification that `wanted` accepts.
    pub fn wait_for(&self, what: &str, wanted: impl Fn(&Notification) -> bool) -> Outcome<Notification> {
        let found = wait_until(Duration::from_mins(1), &format!("a notification: {what}"), || {
            self.shown().into_iter().find(&wanted)
        });
        found.map_err(|trouble| Trouble(format!("{trouble}; shown: {:#?}", self.shown())))
    }

    /// Ends the service, as when the desktop's own crashes.
    pub fn stop(&mut self) {
        self.server.kill();
    }

    /// Presses a button of a notification (`default` is a click on its body).
    pub fn press(&self, id: u64, action: &str) -> Outcome {
        let mut fifo = fs::OpenOptions::new()
            .write(true)
            .open(&self.control)
            .during("opening the FIFO")?;
        writeln!(fifo, "{id} {action}").during("pressing a button of a notification")
    }
}

fn parse(value: &Value) -> Option<Notification> {
    let word = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let actions = value["actions"]
        .as_array()?
        .iter()
        .filter_map(|action| action.as_str().map(str::to_owned));
    Some(Notification {
        id: value["id"].as_u64()?,
        summary: word("summary"),
        body: word("body"),
        actions: actions.collect(),
    })
}
