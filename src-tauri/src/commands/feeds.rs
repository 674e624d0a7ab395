//! Calendars of others.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use api::{
    BusyFeed, BusyFeedInput, BusyTime, Error, ErrorCode, FeedId, LARGEST_CALENDAR, NewBusyFeed, Result,
};
use chrono::{DateTime, Utc};
use tauri::{AppHandle, State};

use crate::{app::App, open_dialog};

/// All calendars of others.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_busy_feeds(app: State<'_, App>) -> Result<Vec<BusyFeed>> {
    app.desk().await?.busy_feeds(app.now()).await
}

/// When they say the coach is busy, in a period of at most 400 days.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_busy_times(
    app: State<'_, App>,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<BusyTime>> {
    app.desk().await?.busy_times(from, to).await
}

/// Adds one with an address; it is read soon.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_busy_feed(app: State<'_, App>, input: NewBusyFeed) -> Result<BusyFeed> {
    app.desk().await?.add_busy_feed(&input, app.now()).await
}

/// Asks for a file and adds what it says; none when the coach thought better of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_busy_feed_file(handle: AppHandle, app: State<'_, App>) -> Result<Option<BusyFeed>> {
    let Some((name, file)) = chosen_file(&handle).await? else {
        return Ok(None);
    };
    let desk = app.desk().await?;
    desk.add_busy_feed_file(&name, file, app.now()).await.map(Some)
}

/// Asks for a file that takes the place of the one a calendar came from.
#[tauri::command]
#[specta::specta]
pub(crate) async fn replace_busy_feed_file(
    handle: AppHandle,
    app: State<'_, App>,
    id: FeedId,
) -> Result<Option<BusyFeed>> {
    let Some((_, file)) = chosen_file(&handle).await? else {
        return Ok(None);
    };
    let desk = app.desk().await?;
    desk.replace_busy_feed_file(id, file, app.now()).await.map(Some)
}

/// Replaces what the coach decides about a calendar.
#[tauri::command]
#[specta::specta]
pub(crate) async fn update_busy_feed(
    app: State<'_, App>,
    id: FeedId,
    input: BusyFeedInput,
) -> Result<BusyFeed> {
    app.desk().await?.update_busy_feed(id, &input, app.now()).await
}

/// Reads one with an address now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn refresh_busy_feed(app: State<'_, App>, id: FeedId) -> Result<BusyFeed> {
    app.desk().await?.refresh_busy_feed(id, || app.now()).await
}

/// Removes one.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_busy_feed(app: State<'_, App>, id: FeedId) -> Result<()> {
    app.desk().await?.remove_busy_feed(id).await
}

/// Bookings need not wait, for a day, for calendars that were never read.
#[tauri::command]
#[specta::specta]
pub(crate) async fn pass_over_unread_feeds(app: State<'_, App>) -> Result<()> {
    app.desk().await?.pass_over_unread_feeds(app.now()).await
}

/// The name and the bytes of a file of the coach's choice.
async fn chosen_file(handle: &AppHandle) -> Result<Option<(String, Vec<u8>)>> {
    let Some(path) = open_dialog::ask(handle, &["ics", "ical", "ifb", "icalendar"]).await else {
        return Ok(None);
    };
    let name = path.file_stem().map(|it| it.to_string_lossy().into_owned());
    let file = tauri::async_runtime::spawn_blocking(move || read(&path))
        .await
        .map_err(|error| Error::of(ErrorCode::Internal, error.to_string()))??;
    Ok(Some((name.unwrap_or_default(), file)))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    // Its path may name a person: the kind of the failure says enough.
    read_within(path, LARGEST_CALENDAR)
        .map_err(|error| Error::of(ErrorCode::FileNotRead, error.kind().to_string()))
}

/// The bytes of a file, but no more than `most` and one: enough to see that it is too large.
fn read_within(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_of_a_file_is_read_than_shows_that_it_is_too_large() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.ics");
        std::fs::write(&file, "0123456789").unwrap();
        assert_eq!(read_within(&file, 4).unwrap(), b"01234");
        assert_eq!(read_within(&file, 99).unwrap(), b"0123456789");
        assert!(read_within(&folder.path().join("b.ics"), 4).is_err());
    }
}
