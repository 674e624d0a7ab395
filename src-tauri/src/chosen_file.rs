//! The file of clients that was chosen to be taken in: it is kept between the steps of an import, away from the window.

use std::sync::{Arc, Mutex, PoisonError};

use api::{ClientFile, Error, ErrorCode, Result};

/// The file that was chosen last.
#[derive(Default)]
pub(crate) struct ChosenFile(Mutex<Option<Arc<ClientFile>>>);

impl ChosenFile {
    /// Another was chosen.
    pub(crate) fn put(&self, file: ClientFile) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(file));
    }

    /// The file; [`ErrorCode::NotFound`] before one was chosen.
    pub(crate) fn get(&self) -> Result<Arc<ClientFile>> {
        let chosen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let none = || Error::of(ErrorCode::NotFound, "no file was chosen");
        chosen.clone().ok_or_else(none)
    }
}
