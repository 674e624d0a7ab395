//! Starting with the computer's session, hidden in the tray. Off until the coach asks for it.

use tauri::{AppHandle, plugin::TauriPlugin};
use tauri_plugin_autostart::ManagerExt;

use crate::args::Args;

/// The plugin, told how the program is to be started.
pub(crate) fn plugin<R: tauri::Runtime>(args: &Args) -> TauriPlugin<R> {
    let mut words = vec!["--hidden".to_owned()];
    if let Some(folder) = &args.data_dir {
        words.extend(["--data-dir".to_owned(), folder.display().to_string()]);
    }
    let builder = tauri_plugin_autostart::Builder::new().args(words);
    #[cfg(target_os = "macos")]
    let builder = builder.macos_launcher(tauri_plugin_autostart::MacosLauncher::LaunchAgent);
    builder.build()
}

/// Whether it is started so.
pub(crate) fn is_on(app: &AppHandle) -> bool {
    app.autolaunch().is_enabled().unwrap_or(false)
}

/// Changes that; the text of an error is for the log.
pub(crate) fn set(app: &AppHandle, on: bool) -> Result<(), String> {
    let login = app.autolaunch();
    let changed = if on { login.enable() } else { login.disable() };
    // Some systems refuse to take away what is not there.
    match changed {
        Err(error) if is_on(app) != on => Err(error.to_string()),
        _ => Ok(()),
    }
}
