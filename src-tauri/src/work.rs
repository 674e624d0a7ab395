//! Work done beside the window: reminders that fall due, rooms that are owed, rooms nobody needs, calendars of others,
//! the backup of the day.
//!
//! None sleeps for long, whatever is ahead: timers stand still while the computer sleeps.

use std::{collections::BTreeSet, time::Duration};

use api::{CleanedUp, ErrorCode, LONGEST_NAP, Planner, Topic, nap, topics};
use chrono::{DateTime, TimeDelta, Utc};
use tauri::{AppHandle, Manager, Wry, ipc::Invoke};

use crate::{app::App, bindings::Changed, popups::Popups};

/// How often Daily is asked whether it answers again.
const ASK_AGAIN: Duration = Duration::from_secs(20);

/// How often a database that could not be opened is tried again.
const OPENING_TICK: Duration = Duration::from_mins(1);

/// How often it is seen whether a calendar of others is due.
const CALENDAR_TICK: Duration = Duration::from_mins(1);

/// How often it is seen whether a day has begun. The first look waits as long, so that it does not slow the start.
const BACKUP_TICK: Duration = Duration::from_mins(10);

/// How often rooms that nobody needs are looked for, the first time at once.
const CLEAN_UP_EVERY: TimeDelta = TimeDelta::hours(1);
/// How often it is seen whether that time has come; also the wait after a clean-up that failed.
const CLEAN_UP_TICK: Duration = Duration::from_mins(1);

/// Starts them all.
pub(crate) fn start(app: &AppHandle) {
    tauri::async_runtime::spawn(remind(app.clone()));
    tauri::async_runtime::spawn(make_rooms(app.clone()));
    tauri::async_runtime::spawn(show_glance(app.clone()));
    tauri::async_runtime::spawn(clean_up(app.clone()));
    tauri::async_runtime::spawn(watch_connection(app.clone()));
    tauri::async_runtime::spawn(back_up(app.clone()));
    tauri::async_runtime::spawn(read_calendars(app.clone()));
}

/// How long after a command began its work is done, nearly always.
const COMMAND: Duration = Duration::from_millis(300);

/// The commands, with a look at what is shown outside the window after each that writes.
pub(crate) fn noticing_writes(
    handle: impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static,
) -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    let writes: BTreeSet<String> = topics().writes.keys().map(|name| snake(name)).collect();
    move |invoke| {
        if writes.contains(invoke.message.command()) {
            let app = invoke.message.webview_ref().app_handle().clone();
            tauri::async_runtime::spawn(async move {
                tokio::time::sleep(COMMAND).await;
                app.state::<App>().written.notify_one();
            });
        }
        handle(invoke)
    }
}

/// A command's name as Rust has it: `createAppointment` → `create_appointment`.
fn snake(name: &str) -> String {
    let mut snake = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

/// Keeps the tray and the window's title up to date.
async fn show_glance(app: AppHandle) {
    let state = app.state::<App>();
    loop {
        // Before the first run there is nothing to show.
        if let Ok(desk) = state.desk().await {
            match desk.glance(state.now()).await {
                Ok(glance) => state.tray.show(&app, glance),
                Err(error) => tracing::warn!(%error, "the tray is stale"),
            }
        }
        tokio::select! {
            () = tokio::time::sleep(LONGEST_NAP) => {}
            () = state.written.notified() => {}
        }
    }
}

/// The planner, however long it takes until its database can be opened.
async fn opened(app: &App) -> Planner {
    loop {
        match app.planner().await {
            Ok(planner) => return planner,
            Err(_) => tokio::time::sleep(OPENING_TICK).await,
        }
    }
}

async fn remind(app: AppHandle) {
    let state = app.state::<App>();
    let planner = opened(&state).await;
    let popups = Popups(app.clone());
    loop {
        let pause = match planner.remind(&popups, state.now()).await {
            Ok(reminded) => {
                if reminded.settled > 0 {
                    Changed::tell(&app, vec![Topic::Reminders, Topic::Notices]);
                }
                nap(reminded.next, state.now())
            }
            Err(error) => {
                tracing::error!(%error, "reminders could not be read");
                LONGEST_NAP
            }
        };
        tokio::time::sleep(pause).await;
    }
}

async fn make_rooms(app: AppHandle) {
    let state = app.state::<App>();
    let planner = opened(&state).await;
    loop {
        let next = work_off(&app, &planner).await;
        tokio::select! {
            () = tokio::time::sleep(nap(next, state.now())) => {}
            () = planner.room_work_wanted() => {}
        }
    }
}

async fn clean_up(app: AppHandle) {
    let state = app.state::<App>();
    let planner = opened(&state).await;
    let mut last = None;
    loop {
        let now = state.now();
        // A clock set back must not put it off for ever.
        let due = last.is_none_or(|last| !(last..last + CLEAN_UP_EVERY).contains(&now));
        if due {
            match planner.cleanup_expired_rooms(now).await {
                Ok(cleaned) => {
                    last = Some(now);
                    if cleaned != CleanedUp::default() {
                        tracing::info!(
                            removed = cleaned.removed,
                            owed = cleaned.owed,
                            "rooms were cleaned up"
                        );
                        Changed::tell(&app, vec![Topic::Rooms]);
                    }
                }
                Err(error) => tracing::warn!(%error, "rooms could not be cleaned up"),
            }
        }
        tokio::time::sleep(CLEAN_UP_TICK).await;
    }
}

/// Tells the window when Daily stops answering, and looks for it until it does again. While it answers nobody is asked.
async fn watch_connection(app: AppHandle) {
    let state = app.state::<App>();
    let planner = opened(&state).await;
    let mut told = planner.connection();
    loop {
        tokio::select! {
            () = planner.connection_other_than(told) => {
                told = planner.connection();
                Changed::tell(&app, vec![Topic::Connection]);
            }
            () = tokio::time::sleep(ASK_AGAIN), if !told.daily_answers => {
                if let Err(error) = planner.check_connection().await {
                    tracing::warn!(%error, "it is not known whether Daily answers");
                }
            }
        }
    }
}

/// Reads calendars of others as they fall due, one after the other.
async fn read_calendars(app: AppHandle) {
    let state = app.state::<App>();
    let planner = opened(&state).await;
    loop {
        match planner.refresh_busy_feeds(|| state.now()).await {
            Ok(true) => Changed::tell(&app, vec![Topic::BusyFeeds]),
            // Nothing was due, or there is no coach yet.
            Ok(false) => {}
            Err(error) if error.code == ErrorCode::NotSetUp => {}
            Err(error) => tracing::error!(%error, "calendars could not be read"),
        }
        tokio::select! {
            () = tokio::time::sleep(CALENDAR_TICK) => {}
            () = planner.feed_work_wanted() => {}
        }
    }
}

/// Keeps a copy of each day. One that fails is tried again at the next look.
async fn back_up(app: AppHandle) {
    let state = app.state::<App>();
    let backups = opened(&state).await.backups(state.backups());
    loop {
        tokio::time::sleep(BACKUP_TICK).await;
        match backups.daily_backup(state.now()).await {
            Ok(None) => {}
            Ok(Some(made)) => {
                tracing::info!(
                    name = made.name,
                    size_kib = made.size_kib,
                    "the agenda was backed up"
                );
                Changed::tell(&app, vec![Topic::Backups]);
            }
            Err(error) => tracing::error!(%error, "the agenda could not be backed up"),
        }
    }
}

/// Does what is due, one piece after the other. Answers when more falls due.
async fn work_off(app: &AppHandle, planner: &Planner) -> Option<DateTime<Utc>> {
    let state = app.state::<App>();
    let next = loop {
        match planner.work_on_rooms(state.now(), chance()).await {
            Ok(true) => Changed::tell(app, vec![Topic::Rooms, Topic::VideoAccount]),
            Ok(false) => break planner.next_room_work(state.now()).await,
            Err(error) => break Err(error),
        }
    };
    next.unwrap_or_else(|error| {
        tracing::error!(%error, "room work could not be done");
        None
    })
}

/// A number from 0 to 1, different each time: enough to keep many computers from asking at once.
fn chance() -> f64 {
    let random = uuid::Uuid::new_v4().as_u128() >> 96;
    f64::from(u32::try_from(random).unwrap_or_default()) / f64::from(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commands_that_write_are_known_by_their_names_in_rust() {
        assert_eq!(snake("createAppointment"), "create_appointment");
        assert_eq!(snake("setApiKey"), "set_api_key");
    }
}
