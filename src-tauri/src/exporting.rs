//! An export under way: the window hears how far it is, and can end it.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use api::Progress;
use tauri::AppHandle;
use tauri_specta::Event;

use crate::bindings::ExportProgress;

/// Whether the export under way is still wanted.
#[derive(Clone, Default)]
pub(crate) struct Wanted(Arc<AtomicBool>);

impl Wanted {
    /// An export begins.
    pub(crate) fn begin(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// It is to end.
    pub(crate) fn end(&self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

/// Tells the window how far an export is.
pub(crate) struct ToldToWindow {
    pub(crate) app: AppHandle,
    pub(crate) wanted: Wanted,
}

impl Progress for ToldToWindow {
    fn at(&self, done: usize, total: usize) -> bool {
        let number = |count| u32::try_from(count).unwrap_or(u32::MAX);
        let (done, total) = (number(done), number(total));
        if let Err(error) = (ExportProgress { done, total }).emit(&self.app) {
            tracing::warn!(%error, "the window does not hear how far the export is");
        }
        self.wanted.0.load(Ordering::Relaxed)
    }
}
