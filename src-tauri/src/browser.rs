//! The system's browser. It is handed join links alone: their type is proof that they lead to the coach's own domain.

use api::{Browser, JoinUrl};

/// The browser the system opens https addresses with.
pub(crate) struct SystemBrowser;

impl Browser for SystemBrowser {
    fn open(&self, url: &JoinUrl) -> Result<(), String> {
        // The error may quote the address, which is a capability: only its kind is told.
        tauri_plugin_opener::open_url(url.expose(), None::<&str>)
            .map_err(|_| "the system has no program that opens https addresses".to_owned())
    }
}
