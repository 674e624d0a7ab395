//! What is shown beside the pages: notices in the window, and whether the system shows pop-ups.

use api::{Notifier, Result};
use tauri::{AppHandle, State};

use crate::{
    app::App,
    board::WindowNotice,
    errands::Errand,
    popups::{Popups, Standing},
};

/// The notices that were not closed yet, the oldest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_notices(app: State<'_, App>) -> Result<Vec<WindowNotice>> {
    Ok(app.board.notices(app.now()))
}

/// Closes a notice.
#[tauri::command]
#[specta::specta]
pub(crate) async fn dismiss_notice(app: State<'_, App>, id: u32) -> Result<()> {
    app.board.take_down(id);
    Ok(())
}

/// Whether the system can show pop-ups.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_popup_standing(app: State<'_, App>) -> Result<Standing> {
    Ok(app.popups.standing().await)
}

/// Has a notice pop up, to try; answers whether the system took it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn test_popup(handle: AppHandle, app: State<'_, App>) -> Result<bool> {
    let notice = app.desk().await?.test_notice().await?;
    let shown = Popups(handle.clone()).pop_up(&notice).await;
    Ok(shown
        .inspect_err(|error| tracing::warn!(%error, "a test"))
        .is_ok())
}

/// What the window is asked to show from outside; none when nothing is left.
#[tauri::command]
#[specta::specta]
pub(crate) async fn take_errand(app: State<'_, App>) -> Result<Option<Errand>> {
    Ok(app.errands.take())
}
