//! The place on the stage where tray icons are shown: their menus are read and clicked over D-Bus, as a desktop does.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::home::Home;
use crate::process::{Process, guarded, wait_until};
use crate::trouble::{Outcome, Trouble, While};

const PATIENCE: Duration = Duration::from_secs(20);

/// The running place.
pub struct Tray {
    _host: Process,
    orders: PathBuf,
    answers: PathBuf,
}

impl Tray {
    /// Starts it on the session bus that `environment` names, and waits until it owns its name.
    pub(crate) fn new(home: &Home, environment: &[(String, String)]) -> Outcome<Self> {
        let (orders, answers) = (home.path("tray.fifo"), home.path("tray"));
        let made = Command::new("mkfifo")
            .arg(&orders)
            .status()
            .during("making a FIFO")?;
        if !made.success() {
            return Err(Trouble::new("mkfifo refused"));
        }
        let mut command = guarded("/usr/bin/python3", environment);
        command
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tray.py"))
            .arg(&orders)
            .arg(&answers)
            .stdout(Stdio::piped());
        let mut host = Process::start("the tray", &mut command)?;
        host.first_line(PATIENCE, |line| line == "ready")?;
        Ok(Self {
            _host: host,
            orders,
            answers,
        })
    }

    /// The labels of the icon's menu, from top to bottom.
    pub fn menu(&self) -> Outcome<Vec<String>> {
        let before = self.answers().len();
        self.order("menu")?;
        let answer = wait_until(PATIENCE, "the tray's menu", || {
            self.answers().get(before).cloned()
        })?;
        serde_json::from_str(&answer).during("reading the tray's menu")
    }

    /// Waits until an entry of the menu holds these words, and answers its label.
    pub fn wait_for(&self, words: &str) -> Outcome<String> {
        wait_until(PATIENCE, &format!("“{words}” in the tray's menu"), || {
            self.menu().ok()?.into_iter().find(|label| label.contains(words))
        })
    }

    /// Clicks the entry with this label.
    pub fn press(&self, label: &str) -> Outcome {
        self.order(&format!("press {label}"))
    }

    fn order(&self, order: &str) -> Outcome {
        let mut fifo = fs::OpenOptions::new()
            .write(true)
            .open(&self.orders)
            .during("opening the FIFO")?;
        writeln!(fifo, "{order}").during("giving the tray an order")
    }

    fn answers(&self) -> Vec<String> {
        let text = fs::read_to_string(&self.answers).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }
}
