//! How the program lives on this computer.

use api::{Error, ErrorCode, Result};
use serde::Serialize;
use specta::Type;
use tauri::State;

use crate::app::App;

/// How the program lives on this computer.
#[derive(Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Desktop {
    /// Whether there is a tray to stay in.
    has_tray: bool,
    /// Closing the window leaves the program in the tray, where there is one.
    keep_in_tray: bool,
    /// It starts with the computer's session.
    start_at_login: bool,
}

async fn desktop(app: &App) -> Desktop {
    Desktop {
        has_tray: app.tray.is_seen().await,
        keep_in_tray: app.habits.get().keep_in_tray,
        start_at_login: app.login.is_on(),
    }
}

/// How the program lives on this computer.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_desktop(app: State<'_, App>) -> Result<Desktop> {
    Ok(desktop(&app).await)
}

/// Whether closing the window leaves the program in the tray.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_keep_in_tray(app: State<'_, App>, keep: bool) -> Result<Desktop> {
    app.habits
        .change(|it| it.keep_in_tray = keep)
        .map_err(|error| Error::of(ErrorCode::ReadOnly, error.to_string()))?;
    Ok(desktop(&app).await)
}

/// Whether the program starts with the computer's session.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_start_at_login(app: State<'_, App>, start: bool) -> Result<Desktop> {
    app.login
        .set(start)
        .map_err(|error| Error::of(ErrorCode::Internal, error))?;
    Ok(desktop(&app).await)
}
