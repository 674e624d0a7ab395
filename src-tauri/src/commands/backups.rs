//! Copies of the agenda, and the way back to one. The list is told also when the agenda itself cannot be opened.

use api::{Backup, Error, ErrorCode, Result};
use serde::Serialize;
use specta::Type;
use tauri::State;

use crate::app::App;

/// Where the agenda is, and its copies.
#[derive(Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DataPlace {
    /// The folder of the agenda, to be read by people.
    folder: String,
    /// What there is to go back to, the latest first.
    backups: Vec<Backup>,
}

/// Where the agenda is, and its copies, the latest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_backups(app: State<'_, App>) -> Result<DataPlace> {
    Ok(DataPlace {
        folder: app.folder().display().to_string(),
        backups: api::backups_in(&app.backups())?,
    })
}

/// Makes one now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn backup_now(app: State<'_, App>) -> Result<Backup> {
    let backups = app.planner().await?.backups(app.backups());
    backups.backup_now(app.now()).await
}

/// Removes one for good.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_backup(app: State<'_, App>, name: String) -> Result<()> {
    let backups = app.planner().await?.backups(app.backups());
    backups.delete_backup(&name)
}

/// Puts one in place of the agenda; answers the copy made of the present first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_backup(app: State<'_, App>, name: String) -> Result<Backup> {
    let backups = app.planner().await?.backups(app.backups());
    backups.restore_backup(&name, app.now()).await
}

/// Sets aside an agenda that cannot be read, and puts a backup in its place, or begins anew without one. Answers what the
/// damaged file is called now. An agenda that can be read is not touched.
#[tauri::command]
#[specta::specta]
pub(crate) async fn replace_damaged(app: State<'_, App>, name: Option<String>) -> Result<String> {
    match app.planner().await {
        Ok(_) => return Err(Error::of(ErrorCode::NotAllowedNow, "the agenda can be read")),
        Err(error) if error.code == ErrorCode::DatabaseDamaged => {}
        Err(error) => return Err(error),
    }
    let aside = api::replace_damaged(&app.agenda(), &app.backups(), name.as_deref(), app.now()).await?;
    Ok(aside
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned())
}
