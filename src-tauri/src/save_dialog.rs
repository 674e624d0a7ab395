//! The system's "save as": opened here, so that the window never learns a path and needs no right to files.

use std::path::PathBuf;

use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::DialogExt;
use tokio::sync::oneshot;

use crate::window;

/// Where the coach wants a file that might be called `name`; none when they thought better of it.
pub(crate) async fn ask(app: &AppHandle, name: &str) -> Option<PathBuf> {
    let (tell, told) = oneshot::channel();
    let mut dialog = app.dialog().file().set_file_name(name);
    if let Some(extension) = name.rsplit_once('.').map(|(_, extension)| extension) {
        dialog = dialog.add_filter(extension.to_uppercase(), &[extension]);
    }
    if let Some(window) = app.get_webview_window(window::LABEL) {
        dialog = dialog.set_parent(&window);
    }
    dialog.save_file(move |chosen| {
        // Nobody waits any more when the window was closed meanwhile.
        let _ = tell.send(chosen);
    });
    told.await.ok().flatten()?.into_path().ok()
}
