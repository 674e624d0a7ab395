//! Clients from another program's file. The file stays here: the window sees what is in it and says what to do with it.

use api::{ClientFile, ClientFileView, ColumnMeaning, ImportReport, Result};
use tauri::{AppHandle, State};

use crate::{app::App, open_dialog};

/// Asks which file and reads it; none when the coach thought better of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_client_file(
    handle: AppHandle,
    app: State<'_, App>,
) -> Result<Option<ClientFileView>> {
    let Some(path) = open_dialog::ask(&handle, &["csv", "txt", "tsv", "vcf", "vcard"]).await else {
        return Ok(None);
    };
    let file = ClientFile::open(&path)?;
    let view = file.view();
    app.chosen_file.put(file);
    Ok(Some(view))
}

/// What would become of the chosen file.
#[tauri::command]
#[specta::specta]
pub(crate) async fn preview_client_import(
    app: State<'_, App>,
    columns: Vec<Option<ColumnMeaning>>,
) -> Result<ImportReport> {
    let file = app.chosen_file.get()?;
    app.desk()
        .await?
        .preview_client_import(&file, &columns, app.now())
        .await
}

/// Lets go of the chosen file: the import is over, done or not.
#[tauri::command]
#[specta::specta]
pub(crate) async fn forget_client_file(app: State<'_, App>) -> Result<()> {
    app.chosen_file.forget();
    Ok(())
}

/// Takes the chosen file in.
#[tauri::command]
#[specta::specta]
pub(crate) async fn import_clients(
    app: State<'_, App>,
    columns: Vec<Option<ColumnMeaning>>,
) -> Result<ImportReport> {
    let file = app.chosen_file.get()?;
    app.desk().await?.import_clients(&file, &columns, app.now()).await
}
