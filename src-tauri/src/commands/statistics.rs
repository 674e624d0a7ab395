//! Statistics.

use api::{Result, Statistics, StatisticsTable};
use tauri::State;

use crate::{
    app::App,
    exports::{self, Exported},
};

/// What the dates from `from` to `to`, `YYYY-MM-DD` and both inclusive, were like.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_statistics(app: State<'_, App>, from: String, to: String) -> Result<Statistics> {
    app.desk().await?.statistics(&from, &to).await
}

/// Writes a table of them where downloads go.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_statistics(
    app: State<'_, App>,
    table: StatisticsTable,
    from: String,
    to: String,
) -> Result<Exported> {
    let file = app.desk().await?.statistics_file(table, &from, &to).await?;
    let folder = exports::downloads(app.folder());
    Ok(exports::write(&folder, &file.stem, &[("csv", &file.content)])?)
}
