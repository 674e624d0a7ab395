//! The account at Daily.co. The key comes in once and never goes out.

use api::{Result, VideoAccount};
use tauri::State;

use crate::app::App;

/// What is known of the key and the domain.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_video_account(app: State<'_, App>) -> Result<VideoAccount> {
    app.desk().await?.video_account().await
}

/// Checks a key with Daily and keeps it in the keyring, or for this run alone.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_api_key(
    app: State<'_, App>,
    key: String,
    session_only: bool,
) -> Result<VideoAccount> {
    let desk = app.desk().await?;
    let account = desk.set_api_key(&key, session_only).await?;
    desk.retry_rooms(app.now()).await?;
    Ok(account)
}

/// Forgets the key.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_api_key(app: State<'_, App>) -> Result<VideoAccount> {
    app.desk().await?.remove_api_key().await
}
