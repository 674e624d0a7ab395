//! The system's clipboard, written from Rust: the web view's own needs a permission that some systems never give.

use api::JoinUrl;
use tauri::AppHandle;
use tauri_plugin_clipboard_manager::ClipboardExt;

/// Copies a link; `false` when the clipboard refused, and the interface shows the link to be copied by hand.
pub(crate) fn copy(app: &AppHandle, link: &JoinUrl) -> bool {
    app.clipboard().write_text(link.expose()).is_ok()
}
