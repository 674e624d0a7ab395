//! An export under way: the window hears how far it is, and can end it.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use api::Progress;
use tauri::AppHandle;
use tauri_specta::Event;

use crate::bindings::ExportProgress;

/// Which export is wanted, by its number: one that begins, and the coach's word to stop, each end those before.
#[derive(Default)]
pub(crate) struct Wanted(Arc<AtomicU64>);

impl Wanted {
    /// An export begins.
    pub(crate) fn begin(&self) -> Run {
        Run {
            wanted: Arc::clone(&self.0),
            number: self.next(),
        }
    }

    /// It is to end.
    pub(crate) fn end(&self) {
        self.next();
    }

    fn next(&self) -> u64 {
        self.0.fetch_add(1, Ordering::Relaxed) + 1
    }
}

/// One export, from before its place is asked for.
pub(crate) struct Run {
    wanted: Arc<AtomicU64>,
    number: u64,
}

impl Run {
    /// Whether it is still to be made.
    pub(crate) fn is_wanted(&self) -> bool {
        self.wanted.load(Ordering::Relaxed) == self.number
    }
}

/// Tells the window how far an export is.
pub(crate) struct ToldToWindow {
    pub(crate) app: AppHandle,
    pub(crate) run: Run,
}

impl Progress for ToldToWindow {
    fn at(&self, done: usize, total: usize) -> bool {
        let number = |count| u32::try_from(count).unwrap_or(u32::MAX);
        let (done, total) = (number(done), number(total));
        if let Err(error) = (ExportProgress { done, total }).emit(&self.app) {
            tracing::warn!(%error, "the window does not hear how far the export is");
        }
        self.run.is_wanted()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_stopped_stays_stopped_when_another_begins() {
        let wanted = Wanted::default();
        let first = wanted.begin();
        assert!(first.is_wanted());
        wanted.end();
        assert!(!first.is_wanted());
        let second = wanted.begin();
        assert!(second.is_wanted() && !first.is_wanted());
        let third = wanted.begin();
        assert!(third.is_wanted() && !second.is_wanted(), "one at a time");
    }
}
