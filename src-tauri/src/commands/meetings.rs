//! Entering video rooms.

use api::{AppointmentId, Result};
use serde::Serialize;
use specta::Type;
use tauri::{AppHandle, State};

use crate::{app::App, browser::SystemBrowser, clipboard};

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
pub(crate) async fn join_meeting(app: State<'_, App>, id: AppointmentId) -> Result<()> {
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

/// Tries every owed room now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn retry_rooms(app: State<'_, App>) -> Result<()> {
    app.desk().await?.retry_rooms(app.now()).await
}
