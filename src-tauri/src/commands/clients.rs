//! Clients.

use api::{
    AppointmentId, Client, ClientAttendance, ClientId, ClientInput, ClientsWanted, Duplicate, Prospect,
    Result,
};
use tauri::State;

use crate::{app::App, exports};

/// Clients whose name, address or number contains what is searched.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_clients(app: State<'_, App>, wanted: ClientsWanted) -> Result<Vec<Client>> {
    app.desk().await?.list_clients(&wanted, app.now()).await
}

/// One client.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_client(app: State<'_, App>, id: ClientId) -> Result<Client> {
    app.desk().await?.client(id, app.now()).await
}

/// Adds a client.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_client(app: State<'_, App>, input: ClientInput) -> Result<Client> {
    app.desk().await?.create_client(&input, app.now()).await
}

/// Replaces what is written down about a client.
#[tauri::command]
#[specta::specta]
pub(crate) async fn update_client(app: State<'_, App>, id: ClientId, input: ClientInput) -> Result<Client> {
    app.desk().await?.update_client(id, &input, app.now()).await
}

/// Replaces the notes on a client.
#[tauri::command]
#[specta::specta]
pub(crate) async fn update_client_notes(app: State<'_, App>, id: ClientId, notes: String) -> Result<()> {
    app.desk().await?.update_client_notes(id, &notes).await
}

/// How often a client came.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_client_attendance(app: State<'_, App>, id: ClientId) -> Result<ClientAttendance> {
    app.desk().await?.client_attendance(id).await
}

/// Remembers that two clients who look alike are two people.
#[tauri::command]
#[specta::specta]
pub(crate) async fn tell_clients_apart(app: State<'_, App>, one: ClientId, other: ClientId) -> Result<()> {
    app.desk().await?.tell_clients_apart(one, other).await
}

/// Puts a client away, or takes them back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn archive_client(app: State<'_, App>, id: ClientId, archived: bool) -> Result<Client> {
    app.desk().await?.archive_client(id, archived, app.now()).await
}

/// The prospect of an appointment, with all of theirs.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_prospect(app: State<'_, App>, id: AppointmentId) -> Result<Prospect> {
    app.desk().await?.prospect(id, app.now()).await
}

/// Makes a client of the prospect of an appointment.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_client_from_prospect(
    app: State<'_, App>,
    id: AppointmentId,
    others: Vec<AppointmentId>,
) -> Result<Client> {
    let desk = app.desk().await?;
    desk.create_client_from_prospect(id, &others, app.now()).await
}

/// Writes all that is kept about a client to files.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_client(app: State<'_, App>, id: ClientId) -> Result<exports::Exported> {
    let record = app.desk().await?.export_client(id, app.now()).await?;
    let contents = [("html", record.html.as_str()), ("json", record.json.as_str())];
    Ok(exports::write(
        &exports::downloads(app.folder()),
        &record.file_stem,
        &contents,
    )?)
}

/// Erases a client for good.
#[tauri::command]
#[specta::specta]
pub(crate) async fn erase_client(app: State<'_, App>, id: ClientId) -> Result<()> {
    app.desk().await?.erase_client(id, app.now()).await
}

/// Clients who may be one person.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_client_duplicates(app: State<'_, App>) -> Result<Vec<Duplicate>> {
    app.desk().await?.client_duplicates(app.now()).await
}

/// Makes one client part of another.
#[tauri::command]
#[specta::specta]
pub(crate) async fn merge_clients(app: State<'_, App>, kept: ClientId, other: ClientId) -> Result<Client> {
    app.desk().await?.merge_clients(kept, other, app.now()).await
}
