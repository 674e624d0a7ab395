//! The account at Daily.co. The key comes in once and never goes out.

use api::{Connection, Result, VideoAccount, VideoOptions, VideoSettings, VideoTest};
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
    desk.use_api_key(&key, session_only, app.now()).await
}

/// Forgets the key.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_api_key(app: State<'_, App>) -> Result<VideoAccount> {
    app.desk().await?.remove_api_key().await
}

/// How rooms are made, and what the plan refuses of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_video_options(app: State<'_, App>) -> Result<VideoSettings> {
    app.desk().await?.video_settings().await
}

/// Changes how rooms are made.
#[tauri::command]
#[specta::specta]
pub(crate) async fn update_video_options(
    app: State<'_, App>,
    options: VideoOptions,
) -> Result<VideoSettings> {
    app.desk().await?.update_video_options(options, app.now()).await
}

/// Makes a room and deletes it again, and says how each step went.
#[tauri::command]
#[specta::specta]
pub(crate) async fn test_video_setup(app: State<'_, App>) -> Result<VideoTest> {
    app.desk().await?.test_video_setup(app.now()).await
}

/// Whether Daily answered when it was last asked.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_connection(app: State<'_, App>) -> Result<Connection> {
    Ok(app.desk().await?.connection())
}

/// Asks Daily whether it answers.
#[tauri::command]
#[specta::specta]
pub(crate) async fn check_connection(app: State<'_, App>) -> Result<Connection> {
    app.desk().await?.check_connection().await
}
