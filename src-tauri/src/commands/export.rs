//! The agenda as a file.

use std::sync::Arc;

use api::{ExportInput, ExportedFile, Result};
use tauri::{AppHandle, State};

use crate::{app::App, exporting::ToldToWindow, save_dialog};

/// Asks where to, and writes the file there; none when the coach thought better of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_agenda(
    handle: AppHandle,
    app: State<'_, App>,
    input: ExportInput,
) -> Result<Option<ExportedFile>> {
    let desk = app.desk().await?;
    let plan = desk.plan_export(&input).await?;
    let run = app.export_wanted.begin();
    let Some(path) = save_dialog::ask(&handle, plan.file_name()).await else {
        return Ok(None);
    };
    // The coach may have said to stop while the dialog stood open.
    if !run.is_wanted() {
        return Ok(None);
    }
    let progress = ToldToWindow { app: handle, run };
    desk.export(&plan, &path, Arc::new(progress)).await
}

/// Ends the export under way; what was there before stays.
#[tauri::command]
#[specta::specta]
pub(crate) async fn stop_export(app: State<'_, App>) -> Result<()> {
    app.export_wanted.end();
    Ok(())
}
