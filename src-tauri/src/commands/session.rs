//! Whose agenda this is, and the first run.

use api::{ClockFace, Coach, Language, NewCoach, Result};
use serde::Serialize;
use specta::Type;
use tauri::State;

use crate::app::App;

/// What the window needs before it can show anything.
#[derive(Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Session {
    /// Whose agenda it is; none before the first run is done.
    coach: Option<Coach>,
    /// What the system proposes at the first run.
    system: System,
    /// What to add to the system's clock, in milliseconds; 0 but in tests.
    #[specta(type = specta_typescript::Number)]
    clock_offset_ms: f64,
    /// A throwaway agenda.
    demo: bool,
    /// The program's version.
    version: &'static str,
    /// The system it runs on.
    platform: Platform,
    /// Every time zone that can be chosen, sorted.
    zones: Vec<String>,
}

/// What the system proposes.
#[derive(Debug, Serialize, Type)]
pub(crate) struct System {
    zone: String,
    language: Language,
    /// In English, hours are counted to 12.
    hour12: bool,
}

/// A family of systems.
#[derive(Debug, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Platform {
    Linux,
    Macos,
    Windows,
}

fn platform() -> Platform {
    if cfg!(target_os = "macos") {
        Platform::Macos
    } else if cfg!(target_os = "windows") {
        Platform::Windows
    } else {
        Platform::Linux
    }
}

fn system() -> System {
    let zone = iana_time_zone::get_timezone()
        .ok()
        .filter(|name| api::is_zone(name));
    let locale = sys_locale::get_locale().unwrap_or_default();
    System {
        zone: zone.unwrap_or_else(|| "Europe/Paris".to_owned()),
        language: Language::of_locale(&locale),
        hour12: ClockFace::of_locale(&locale, Language::En) == ClockFace::To12,
    }
}

async fn session(app: &App) -> Result<Session> {
    let coach = app.planner().await?.coach().await?;
    if let Some(coach) = &coach {
        app.habits.keep_theme(coach.theme);
    }
    Ok(Session {
        coach,
        system: system(),
        clock_offset_ms: app.clock.offset_ms(),
        demo: app.demo,
        version: env!("CARGO_PKG_VERSION"),
        platform: platform(),
        zones: api::zones(),
    })
}

/// What the window needs before it can show anything.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_session(app: State<'_, App>) -> Result<Session> {
    session(&app).await
}

/// Ends the first run.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_up_coach(app: State<'_, App>, coach: NewCoach) -> Result<Session> {
    app.planner().await?.set_up_coach(&coach, app.now()).await?;
    session(&app).await
}
