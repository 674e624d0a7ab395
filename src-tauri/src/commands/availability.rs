//! Weekly hours and exceptions.

use api::{Availability, Exception, ExceptionId, ExceptionInput, PublicHoliday, Result, WeeklyHours};
use tauri::State;

use crate::app::App;

/// Weekly hours and exceptions.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_availability(app: State<'_, App>) -> Result<Availability> {
    app.desk().await?.availability(app.now()).await
}

/// The public holidays of France in a year, 1900 to 2200, those of Alsace and Moselle marked.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_public_holidays(year: i32) -> Result<Vec<PublicHoliday>> {
    api::public_holidays(year)
}

/// Replaces the whole week.
#[tauri::command]
#[specta::specta]
pub(crate) async fn replace_weekly_hours(app: State<'_, App>, weekly: WeeklyHours) -> Result<Availability> {
    app.desk().await?.replace_weekly_hours(&weekly, app.now()).await
}

/// Adds an exception.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_exception(app: State<'_, App>, input: ExceptionInput) -> Result<Exception> {
    app.desk().await?.create_exception(&input, app.now()).await
}

/// Replaces what an exception says.
#[tauri::command]
#[specta::specta]
pub(crate) async fn update_exception(
    app: State<'_, App>,
    id: ExceptionId,
    input: ExceptionInput,
) -> Result<Exception> {
    app.desk().await?.update_exception(id, &input).await
}

/// Removes an exception.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_exception(app: State<'_, App>, id: ExceptionId) -> Result<()> {
    app.desk().await?.delete_exception(id).await
}
