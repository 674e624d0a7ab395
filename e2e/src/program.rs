//! The two programs that are compared, and by which colours it is seen how far they are.

use std::time::Duration;

use e2e::{Colour, Eye, Outcome, Process, Stage, While, wait_until};

const PATIENCE: Duration = Duration::from_secs(30);
/// The page of the empty window, and the mark of this application: the first thing either paints.
const MARK: Colour = [0x3b, 0x5b, 0xdb];
/// The page one is on, in the list of pages at the window's side: it stands when the agenda was read.
const CURRENT_PAGE: Colour = [0xe7, 0xec, 0xff];

/// A program that shows a window.
pub(crate) struct Program {
    binary: String,
    /// Where this application keeps its agenda when nobody tells it otherwise; the empty window keeps nothing.
    agenda: Option<String>,
}

impl Program {
    /// The empty window.
    pub(crate) fn empty() -> Outcome<Self> {
        let binary = std::env::var("VIRTUS_EMPTY_WINDOW")
            .during("VIRTUS_EMPTY_WINDOW must name the empty window's binary")?;
        Ok(Self { binary, agenda: None })
    }

    /// This application, as it is started from a menu.
    pub(crate) fn ours(stage: &Stage) -> Outcome<Self> {
        let binary = std::env::var("VIRTUS_E2E_APP").during("VIRTUS_E2E_APP must name the app's binary")?;
        let agenda = stage.home("data").join("app.virtus.planning");
        Ok(Self {
            binary,
            agenda: Some(agenda.to_string_lossy().into_owned()),
        })
    }

    /// Fills its agenda with the examples of the demonstration.
    pub(crate) fn fill(&self, stage: &Stage, eye: &Eye) -> Outcome {
        let Some(agenda) = &self.agenda else { return Ok(()) };
        let _running = stage.start(&self.binary, &["--demo", "--data-dir", agenda], &[])?;
        self.wait_until_drawn(eye)
    }

    /// Starts it.
    pub(crate) fn start(&self, stage: &Stage) -> Outcome<Process> {
        stage.start(&self.binary, &[], &[])
    }

    /// Whether it has painted anything.
    pub(crate) fn has_painted(eye: &Eye) -> Outcome<bool> {
        Ok(eye.look()?.row_of(MARK).is_some())
    }

    /// Whether all of its window stands.
    pub(crate) fn is_drawn(&self, eye: &Eye) -> Outcome<bool> {
        if self.agenda.is_none() {
            return Self::has_painted(eye);
        }
        Ok(eye.look()?.row_of(CURRENT_PAGE).is_some())
    }

    /// Waits for that.
    pub(crate) fn wait_until_drawn(&self, eye: &Eye) -> Outcome {
        wait_until(PATIENCE, "the window to stand", || {
            self.is_drawn(eye).unwrap_or(false).then_some(())
        })
    }

    /// Goes to the planning, and sees that it did.
    pub(crate) fn open_planning(&self, stage: &Stage, eye: &Eye) -> Outcome {
        if self.agenda.is_none() {
            return Ok(());
        }
        let page = || eye.look().ok()?.row_of(CURRENT_PAGE);
        let first = page();
        wait_until(PATIENCE, "the planning", || {
            // A window that was only just mapped may not have the keyboard yet.
            stage.run("xdotool", &["key", "2"]).ok()?;
            (page().is_some() && page() != first).then_some(())
        })
    }
}
