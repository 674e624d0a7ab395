//! Entering video rooms.

use api::{AppointmentId, Attendance, Joined, OwedRoom, PersonInRoom, Result};
use serde::Serialize;
use specta::Type;
use tauri::{AppHandle, State};

use crate::{app::App, browser::SystemBrowser, clipboard, mail::SystemMail};

/// The participant's link. The coach's own never comes here.
#[derive(Debug, Serialize, Type)]
pub(crate) struct ClientLink {
    /// For the client.
    url: String,
    /// Whether it is on the clipboard; otherwise it is shown, to be copied by hand.
    copied: bool,
}

/// Opens the room in the system's browser, with the coach as owner.
#[tauri::command]
#[specta::specta]
pub(crate) async fn join_meeting(app: State<'_, App>, id: AppointmentId) -> Result<Joined> {
    app.desk()
        .await?
        .join_meeting(id, &SystemBrowser, app.now())
        .await
}

/// Copies the client's link.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_meeting_token(
    app: State<'_, App>,
    handle: AppHandle,
    id: AppointmentId,
) -> Result<ClientLink> {
    let link = app.desk().await?.client_link(id, app.now()).await?;
    Ok(ClientLink {
        copied: clipboard::copy(&handle, &link),
        url: link.expose().to_owned(),
    })
}

/// Opens the draft of an e-mail with the client's link, to the person met.
#[tauri::command]
#[specta::specta]
pub(crate) async fn draft_client_link(app: State<'_, App>, id: AppointmentId) -> Result<()> {
    app.desk()
        .await?
        .draft_client_link(id, &SystemMail, app.now())
        .await
}

/// Who is in the room just now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_room_presence(app: State<'_, App>, id: AppointmentId) -> Result<Vec<PersonInRoom>> {
    app.desk().await?.room_presence(id).await
}

/// Who came, and for how long.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_attendance(app: State<'_, App>, id: AppointmentId) -> Result<Attendance> {
    app.desk().await?.attendance(id, app.now()).await
}

/// All that is still owed to Daily.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_owed_rooms(app: State<'_, App>) -> Result<Vec<OwedRoom>> {
    app.desk().await?.owed_rooms().await
}

/// Tries every owed room now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn retry_rooms(app: State<'_, App>) -> Result<()> {
    app.desk().await?.retry_rooms(app.now()).await
}
