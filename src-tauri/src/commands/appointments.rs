//! Appointments: booked, read, changed, closed.

use api::{
    Appointment, AppointmentChange, AppointmentDetails, AppointmentId, Attention, ClientId, NewAppointment,
    Reschedule, Result,
};
use chrono::{DateTime, NaiveDate, Utc};
use tauri::State;

use crate::app::App;

/// Books.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_appointment(app: State<'_, App>, input: NewAppointment) -> Result<Appointment> {
    app.desk().await?.create_appointment(&input, app.now()).await
}

/// Appointments of every status that meet `[from, to)`.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_coach_appointments(
    app: State<'_, App>,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<Appointment>> {
    app.desk().await?.appointments_between(from, to).await
}

/// The last appointments of a client, those ahead included, at most `limit`; by start.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_client_appointments(
    app: State<'_, App>,
    client: ClientId,
    limit: u32,
) -> Result<Vec<Appointment>> {
    app.desk().await?.appointments_of_client(client, limit).await
}

/// Appointments of every status that meet a date.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_appointments_for_date(
    app: State<'_, App>,
    date: NaiveDate,
) -> Result<Vec<Appointment>> {
    app.desk().await?.appointments_on(date).await
}

/// The next scheduled appointments that are not over.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_upcoming_appointments(app: State<'_, App>, limit: u32) -> Result<Vec<Appointment>> {
    app.desk().await?.upcoming_appointments(limit, app.now()).await
}

/// Those whose client, prospect, title or type contains the text: what is ahead first, 12 at most.
#[tauri::command]
#[specta::specta]
pub(crate) async fn find_appointments(app: State<'_, App>, search: String) -> Result<Vec<Appointment>> {
    app.desk().await?.find_appointments(&search, app.now()).await
}

/// One appointment with its reminders.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_appointment(app: State<'_, App>, id: AppointmentId) -> Result<AppointmentDetails> {
    app.desk().await?.appointment_details(id, app.now()).await
}

/// Changes what an appointment says.
#[tauri::command]
#[specta::specta]
pub(crate) async fn update_appointment(
    app: State<'_, App>,
    change: AppointmentChange,
) -> Result<Appointment> {
    app.desk().await?.update_appointment(&change, app.now()).await
}

/// Moves an appointment.
#[tauri::command]
#[specta::specta]
pub(crate) async fn reschedule_appointment(app: State<'_, App>, input: Reschedule) -> Result<Appointment> {
    app.desk().await?.reschedule_appointment(&input, app.now()).await
}

/// Cancels, with a reason.
#[tauri::command]
#[specta::specta]
pub(crate) async fn cancel_appointment(
    app: State<'_, App>,
    id: AppointmentId,
    reason: String,
) -> Result<Appointment> {
    app.desk().await?.cancel_appointment(id, &reason, app.now()).await
}

/// Says that an appointment took place.
#[tauri::command]
#[specta::specta]
pub(crate) async fn complete_appointment(app: State<'_, App>, id: AppointmentId) -> Result<Appointment> {
    app.desk().await?.complete_appointment(id, app.now()).await
}

/// Says that the person did not come.
#[tauri::command]
#[specta::specta]
pub(crate) async fn mark_no_show(app: State<'_, App>, id: AppointmentId) -> Result<Appointment> {
    app.desk().await?.mark_no_show(id, app.now()).await
}

/// Takes back "took place" or "did not come".
#[tauri::command]
#[specta::specta]
pub(crate) async fn reopen_appointment(app: State<'_, App>, id: AppointmentId) -> Result<Appointment> {
    app.desk().await?.reopen_appointment(id, app.now()).await
}

/// What needs the coach's attention.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_attention(app: State<'_, App>) -> Result<Vec<Attention>> {
    app.desk().await?.attention(app.now()).await
}
