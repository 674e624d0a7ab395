//! A program with a window that nobody drives, and by which colours it is seen how far it is.

use std::time::Duration;

use crate::eye::{Colour, Eye};
use crate::process::{Process, wait_until};
use crate::stage::Stage;
use crate::trouble::{Outcome, While};

const PATIENCE: Duration = Duration::from_secs(30);
/// A program that another one watches step by step takes that much longer.
const PATIENCE_WATCHED: Duration = Duration::from_mins(10);
/// The page of the empty window, and the mark of this application: the first thing either paints.
const MARK: Colour = [0x3b, 0x5b, 0xdb];
/// The page one is on, in the list of pages at the window's side: it stands when the agenda was read.
const CURRENT_PAGE: Colour = [0xe7, 0xec, 0xff];

/// A program that shows a window.
pub struct Program {
    binary: String,
    /// Where this application keeps its agenda when nobody tells it otherwise; the empty window keeps nothing.
    agenda: Option<String>,
    /// A program that runs this one, and its own arguments; of most, none.
    watcher: Vec<String>,
}

impl Program {
    /// The empty window.
    pub fn empty() -> Outcome<Self> {
        let binary = std::env::var("VIRTUS_EMPTY_WINDOW")
            .during("VIRTUS_EMPTY_WINDOW must name the empty window's binary")?;
        Ok(Self {
            binary,
            agenda: None,
            watcher: Vec::new(),
        })
    }

    /// This application, as it is started from a menu.
    pub fn ours(stage: &Stage) -> Outcome<Self> {
        let binary = std::env::var("VIRTUS_E2E_APP").during("VIRTUS_E2E_APP must name the app's binary")?;
        let agenda = stage.home("data").join("app.virtus.planning");
        Ok(Self {
            binary,
            agenda: Some(agenda.to_string_lossy().into_owned()),
            watcher: Vec::new(),
        })
    }

    /// Fills its agenda with the examples of the demonstration.
    pub fn fill(&self, stage: &Stage, eye: &Eye) -> Outcome {
        let Some(agenda) = &self.agenda else { return Ok(()) };
        let _running = stage.start(&self.binary, &["--demo", "--data-dir", agenda], &[])?;
        self.wait_until_drawn(eye)
    }

    /// The same program, run by another one: its name, and its arguments before the program's.
    #[must_use]
    pub fn watched(mut self, watcher: Vec<String>) -> Self {
        self.watcher = watcher;
        self
    }

    /// Where it is.
    pub fn binary(&self) -> &str {
        &self.binary
    }

    /// Starts it.
    pub fn start(&self, stage: &Stage) -> Outcome<Process> {
        let mut words: Vec<&str> = self.watcher.iter().map(String::as_str).collect();
        words.push(&self.binary);
        stage.start(words[0], &words[1..], &[])
    }

    fn patience(&self) -> Duration {
        if self.watcher.is_empty() {
            PATIENCE
        } else {
            PATIENCE_WATCHED
        }
    }

    /// Whether it has painted anything.
    pub fn has_painted(eye: &Eye) -> Outcome<bool> {
        Ok(eye.look()?.row_of(MARK).is_some())
    }

    /// Whether all of its window stands.
    pub fn is_drawn(&self, eye: &Eye) -> Outcome<bool> {
        if self.agenda.is_none() {
            return Self::has_painted(eye);
        }
        Ok(eye.look()?.row_of(CURRENT_PAGE).is_some())
    }

    /// Waits for that.
    pub fn wait_until_drawn(&self, eye: &Eye) -> Outcome {
        wait_until(self.patience(), "the window to stand", || {
            self.is_drawn(eye).unwrap_or(false).then_some(())
        })
    }

    /// Goes to the planning, and sees that it did.
    pub fn open_planning(&self, stage: &Stage, eye: &Eye) -> Outcome {
        if self.agenda.is_none() {
            return Ok(());
        }
        let page = || eye.look().ok()?.row_of(CURRENT_PAGE);
        let first = page();
        wait_until(self.patience(), "the planning", || {
            // A window that was only just mapped may not have the keyboard yet.
            stage.run("xdotool", &["key", "2"]).ok()?;
            (page().is_some() && page() != first).then_some(())
        })
    }
}
