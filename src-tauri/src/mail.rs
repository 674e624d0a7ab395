//! The system's e-mail program. It is handed drafts alone: their type is proof that they go to the person met.

use api::{MailDraft, MailProgram};

/// The program the system opens `mailto:` addresses with.
pub(crate) struct SystemMail;

impl MailProgram for SystemMail {
    fn compose(&self, draft: &MailDraft) -> Result<(), String> {
        // The error may quote the draft, which holds a link: only its kind is told.
        tauri_plugin_opener::open_url(draft.expose(), None::<&str>)
            .map_err(|_| "the system has no program that opens mailto addresses".to_owned())
    }
}
