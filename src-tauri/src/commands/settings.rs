//! How the agenda behaves.

use api::{Result, Settings};
use tauri::State;

use crate::app::App;

/// The coach's settings.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_settings(app: State<'_, App>) -> Result<Settings> {
    app.desk().await?.settings().await
}

/// Replaces the coach's settings.
#[tauri::command]
#[specta::specta]
pub(crate) async fn update_settings(app: State<'_, App>, settings: Settings) -> Result<Settings> {
    app.desk().await?.update_settings(&settings, app.now()).await
}
