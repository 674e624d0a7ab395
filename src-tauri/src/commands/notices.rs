//! What is shown beside the pages: notices in the window, and whether the system shows pop-ups.

use api::{AppointmentId, Notice, Notifier, Result};
use chrono::{DateTime, Utc};
use serde::Serialize;
use specta::Type;
use tauri::{AppHandle, State};

use crate::{
    app::App,
    errands::Errand,
    popups::{Popups, Standing},
};

/// A notice the window shows until it is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub(crate) struct WindowNotice {
    /// Which, to close it.
    id: u32,
    /// First line.
    title: String,
    /// What follows; its lines are separated by `\n`.
    body: String,
    /// The appointments it is about, the soonest first.
    about: Vec<AppointmentId>,
}

impl WindowNotice {
    fn of(id: u32, notice: Notice) -> Self {
        Self {
            id,
            title: notice.title,
            body: notice.body,
            about: notice.about,
        }
    }
}

/// The notices that were not closed yet, the oldest first. Reminders say how long it is from now; one of what was called
/// off or moved is taken down.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_notices(app: State<'_, App>) -> Result<Vec<WindowNotice>> {
    let now = app.now();
    let mut shown = Vec::new();
    for (id, notice) in app.board.notices(now) {
        if !notice.reminds {
            shown.push(WindowNotice::of(id, notice));
            continue;
        }
        match again(&app, &notice, now).await {
            Ok(Some(again)) => shown.push(WindowNotice::of(id, again)),
            Ok(None) => app.board.take_down(id),
            Err(error) => {
                // Old words are better than none: the agenda may be out of reach for a moment.
                tracing::warn!(%error, "a reminder keeps its words");
                shown.push(WindowNotice::of(id, notice));
            }
        }
    }
    Ok(shown)
}

async fn again(app: &App, shown: &Notice, now: DateTime<Utc>) -> Result<Option<Notice>> {
    app.desk().await?.reminder_again(shown, now).await
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
