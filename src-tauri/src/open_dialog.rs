//! The system's "open": shown here, so that the window names no file and reads none.

use std::path::PathBuf;

use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::DialogExt;
use tokio::sync::oneshot;

use crate::window;

/// The file the coach chooses among those with these endings; none when they thought better of it.
pub(crate) async fn ask(app: &AppHandle, extensions: &[&str]) -> Option<PathBuf> {
    let (tell, told) = oneshot::channel();
    let label: Vec<String> = extensions.iter().map(|it| it.to_uppercase()).collect();
    let mut dialog = app.dialog().file().add_filter(label.join(", "), extensions);
    if let Some(window) = app.get_webview_window(window::LABEL) {
        dialog = dialog.set_parent(&window);
    }
    dialog.pick_file(move |chosen| {
        // Nobody waits any more when the window was closed meanwhile.
        let _ = tell.send(chosen);
    });
    told.await.ok().flatten()?.into_path().ok()
}
