//! Clients.

use api::{Client, ClientId, ClientInput, Result};
use tauri::State;

use crate::app::App;

/// Clients whose name contains `search`; all of them when it is empty.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_clients(app: State<'_, App>, search: String) -> Result<Vec<Client>> {
    app.desk().await?.list_clients(&search, app.now()).await
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

/// Puts a client away, or takes them back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn archive_client(app: State<'_, App>, id: ClientId, archived: bool) -> Result<Client> {
    app.desk().await?.archive_client(id, archived, app.now()).await
}
