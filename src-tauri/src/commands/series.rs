//! Series: looked at, made, changed.

use api::{
    Appointment, AppointmentChange, AppointmentId, NewSeries, Occurrence, Reschedule, Result, SeriesPlan,
    SeriesScope, TypeId,
};
use chrono::{DateTime, Utc};
use tauri::State;

use crate::app::App;

/// Every appointment a rule would make, with what stands against each.
#[tauri::command]
#[specta::specta]
pub(crate) async fn preview_series(app: State<'_, App>, plan: SeriesPlan) -> Result<Vec<Occurrence>> {
    app.desk().await?.preview_series(&plan, app.now()).await
}

/// Starts looked at as one series: a preview once some were moved or left out.
#[tauri::command]
#[specta::specta]
pub(crate) async fn check_occurrences(
    app: State<'_, App>,
    type_id: TypeId,
    duration_min: Option<u32>,
    starts: Vec<DateTime<Utc>>,
) -> Result<Vec<Occurrence>> {
    let desk = app.desk().await?;
    desk.check_occurrences(type_id, duration_min, &starts, app.now())
        .await
}

/// Books a series, all of it or nothing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_series(app: State<'_, App>, input: NewSeries) -> Result<Vec<Appointment>> {
    app.desk().await?.create_series(&input, app.now()).await
}

/// Changes what appointments of a series say.
#[tauri::command]
#[specta::specta]
pub(crate) async fn update_series(
    app: State<'_, App>,
    change: AppointmentChange,
    scope: SeriesScope,
) -> Result<Vec<Appointment>> {
    app.desk().await?.update_series(&change, &scope, app.now()).await
}

/// Moves appointments of a series.
#[tauri::command]
#[specta::specta]
pub(crate) async fn reschedule_series(
    app: State<'_, App>,
    input: Reschedule,
    scope: SeriesScope,
) -> Result<Vec<Appointment>> {
    app.desk()
        .await?
        .reschedule_series(&input, &scope, app.now())
        .await
}

/// Cancels appointments of a series, with a reason.
#[tauri::command]
#[specta::specta]
pub(crate) async fn cancel_series(
    app: State<'_, App>,
    id: AppointmentId,
    scope: SeriesScope,
    reason: String,
) -> Result<Vec<Appointment>> {
    app.desk()
        .await?
        .cancel_series(id, &scope, &reason, app.now())
        .await
}
