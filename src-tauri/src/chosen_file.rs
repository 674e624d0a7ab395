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

    /// The import is over: what the file says of people is kept no longer.
    pub(crate) fn forget(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// The file; [`ErrorCode::NotFound`] before one was chosen.
    pub(crate) fn get(&self) -> Result<Arc<ClientFile>> {
        let chosen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let none = || Error::of(ErrorCode::NotFound, "no file was chosen");
        chosen.clone().ok_or_else(none)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_there_until_it_is_let_go_of() {
        let chosen = ChosenFile::default();
        assert_eq!(chosen.get().unwrap_err().code, ErrorCode::NotFound);
        let file = ClientFile::read(
            "people.csv".to_owned(),
            "Nom;Courriel\nLéa;lea@example.org\n".as_bytes(),
        );
        chosen.put(file.unwrap());
        assert_eq!(chosen.get().unwrap().view().name, "people.csv");
        chosen.forget();
        assert_eq!(chosen.get().unwrap_err().code, ErrorCode::NotFound);
    }
}
