//! Types and reasons.

use api::{AppointmentType, AppointmentTypeInput, Configuration, Reason, ReasonId, Result, TypeId};
use tauri::State;

use crate::app::App;

/// What is on offer.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_configuration(app: State<'_, App>) -> Result<Configuration> {
    app.desk().await?.configuration().await
}

/// Adds a type at the end.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_appointment_type(
    app: State<'_, App>,
    input: AppointmentTypeInput,
) -> Result<AppointmentType> {
    app.desk().await?.create_appointment_type(&input, app.now()).await
}

/// Replaces what a type says.
#[tauri::command]
#[specta::specta]
pub(crate) async fn update_appointment_type(
    app: State<'_, App>,
    id: TypeId,
    input: AppointmentTypeInput,
) -> Result<AppointmentType> {
    app.desk()
        .await?
        .update_appointment_type(id, &input, app.now())
        .await
}

/// Deletes a type, or archives it when appointments use it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_appointment_type(app: State<'_, App>, id: TypeId) -> Result<()> {
    app.desk().await?.delete_appointment_type(id, app.now()).await
}

/// Puts the types into the order of `ids`.
#[tauri::command]
#[specta::specta]
pub(crate) async fn reorder_appointment_types(app: State<'_, App>, ids: Vec<TypeId>) -> Result<()> {
    app.desk().await?.reorder_appointment_types(&ids).await
}

/// Adds a reason at the end.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_appointment_reason(app: State<'_, App>, label: String) -> Result<Reason> {
    app.desk().await?.create_reason(&label, app.now()).await
}

/// Changes the label of a reason.
#[tauri::command]
#[specta::specta]
pub(crate) async fn update_appointment_reason(
    app: State<'_, App>,
    id: ReasonId,
    label: String,
) -> Result<Reason> {
    app.desk().await?.update_reason(id, &label).await
}

/// Deletes a reason, or archives it when appointments use it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_appointment_reason(app: State<'_, App>, id: ReasonId) -> Result<()> {
    app.desk().await?.delete_reason(id, app.now()).await
}

/// Puts the reasons into the order of `ids`.
#[tauri::command]
#[specta::specta]
pub(crate) async fn reorder_appointment_reasons(app: State<'_, App>, ids: Vec<ReasonId>) -> Result<()> {
    app.desk().await?.reorder_reasons(&ids).await
}
