//! The one window.

use std::{path::Path, time::Duration};

use api::{Notifier, Theme};
use tauri::{
    AppHandle, Manager, Runtime, UserAttentionType, WebviewUrl, WebviewWindowBuilder, Window, WindowEvent,
    plugin::TauriPlugin, window::Color,
};
use tauri_plugin_window_state::StateFlags;

use crate::{app::App, popups::Popups, web_view};

/// The name it has in the capabilities.
pub(crate) const LABEL: &str = "main";
const NAME: &str = "Virtus Planning";
/// How often, and after which pauses, a hidden start looks for a tray.
const TRAY_LOOKS: u32 = 20;
const TRAY_PAUSE: Duration = Duration::from_secs(1);

/// Has the page wear a theme before anything of it is painted. Some web views run this before there is a root to dress.
const WEAR: &str = "(() => {
    const wear = () => {
        document.documentElement?.setAttribute('data-mantine-color-scheme', '{name}');
        return document.documentElement !== null;
    };
    if (!wear()) new MutationObserver((_, it) => wear() && it.disconnect()).observe(document, { childList: true });
})()";

/// Opens it. It shows the built interface and can be led nowhere else.
///
/// A hidden one waits in the tray; it is shown after all when nobody shows the tray.
pub(crate) fn open(app: &AppHandle, hidden: bool) -> tauri::Result<()> {
    let mut builder = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title(NAME)
        .inner_size(1280.0, 840.0)
        .min_inner_size(900.0, 600.0)
        .on_navigation(|url| is_our_own(url.scheme(), url.host_str().unwrap_or_default()))
        .visible(!hidden);
    let chosen = app.state::<App>().habits.get().theme;
    if let Some((name, page)) = worn(chosen).or_else(|| worn(web_view::late_theme()?)) {
        builder = builder
            .background_color(page)
            .initialization_script(WEAR.replace("{name}", name));
    }
    let window = builder.build()?;
    web_view::prepare(&window);
    if hidden {
        tauri::async_runtime::spawn(wait_for_tray(app.clone()));
    }
    Ok(())
}

/// At login the tray may come up after us.
async fn wait_for_tray(app: AppHandle) {
    for _ in 0..TRAY_LOOKS {
        if app.state::<App>().tray.is_seen().await {
            return;
        }
        tokio::time::sleep(TRAY_PAUSE).await;
    }
    if let Some(window) = app.get_webview_window(LABEL) {
        // In the bar of windows rather than in the way.
        if let Err(error) = window.show().and_then(|()| window.minimize()) {
            tracing::warn!(%error, "the window could not be shown");
        }
    }
}

/// Keeps the window's size and place over restarts, beside the agenda it shows.
pub(crate) fn place_plugin<R: Runtime>(folder: &Path) -> TauriPlugin<R> {
    let file = std::path::absolute(folder.join("window.json")).unwrap_or_else(|_| folder.join("window.json"));
    tauri_plugin_window_state::Builder::default()
        .with_filename(file.display().to_string())
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .build()
}

/// Names the next appointment in the title.
pub(crate) fn set_title(app: &AppHandle, next: Option<&str>) {
    let Some(window) = app.get_webview_window(LABEL) else {
        return;
    };
    let title = next.map_or_else(|| NAME.to_owned(), |next| format!("{next} – {NAME}"));
    if let Err(error) = window.set_title(&title) {
        tracing::warn!(%error, "the window could not be named");
    }
}

/// The coach closes the window: it is hidden where the tray keeps the program, and the program ends where it does not.
pub(crate) fn on_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else {
        return;
    };
    api.prevent_close();
    tauri::async_runtime::spawn(close(window.app_handle().clone()));
}

/// A click on the icon in the dock, which only macOS has.
#[cfg(target_os = "macos")]
pub(crate) fn on_run_event(app: &AppHandle, event: &tauri::RunEvent) {
    if let tauri::RunEvent::Reopen { .. } = event {
        bring_forward(app);
    }
}

/// Other systems say nothing that is for the window.
#[cfg(not(target_os = "macos"))]
pub(crate) fn on_run_event(_app: &AppHandle, _event: &tauri::RunEvent) {}

async fn close(app: AppHandle) {
    let state = app.state::<App>();
    if !(state.habits.get().keep_in_tray && state.tray.is_seen().await) {
        app.exit(0);
        return;
    }
    let hidden = app
        .get_webview_window(LABEL)
        .ok_or(tauri::Error::WindowNotFound)
        .and_then(|window| window.hide());
    if let Err(error) = hidden {
        tracing::warn!(%error, "the window could not be hidden");
        app.exit(0);
        return;
    }
    tell_of_tray(&app, &state).await;
}

/// Once: that the program goes on without its window.
async fn tell_of_tray(app: &AppHandle, state: &App) {
    if state.habits.get().told_of_tray {
        return;
    }
    let told = match state.desk().await {
        Ok(desk) => desk.tray_notice().await,
        Err(error) => Err(error),
    };
    let Ok(notice) = told else { return };
    if Popups(app.clone()).pop_up(&notice).await.is_err() {
        state.board.pin(app, &notice);
    }
    if let Err(error) = state.habits.change(|it| it.told_of_tray = true) {
        tracing::warn!(%error, "it will be told again");
    }
}

/// What the interface calls a chosen theme, and the colour of its page (`--page` in ui/src/styles.css). The system's own
/// theme is left to the web view.
fn worn(theme: Theme) -> Option<(&'static str, Color)> {
    match theme {
        Theme::System => None,
        Theme::Light => Some(("light", Color(0xf6, 0xf7, 0xf9, 0xff))),
        Theme::Dark => Some(("dark", Color(0x13, 0x15, 0x19, 0xff))),
    }
}

fn is_our_own(scheme: &str, host: &str) -> bool {
    match scheme {
        "tauri" => host == "localhost",
        // Windows serves the interface under this name; the development server is a debug build's.
        "http" | "https" => host == "tauri.localhost" || (cfg!(debug_assertions) && host == "localhost"),
        _ => false,
    }
}

/// Shows it in front of everything else.
pub(crate) fn bring_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        let done = window
            .unminimize()
            .and_then(|()| window.show())
            .and_then(|()| window.set_focus());
        if let Err(error) = done {
            tracing::warn!(%error, "the window could not be brought forward");
        }
    }
}

/// Has it seen without taking the keyboard from whatever the coach is doing.
pub(crate) fn raise(app: &AppHandle) -> tauri::Result<()> {
    let window = app
        .get_webview_window(LABEL)
        .ok_or(tauri::Error::WindowNotFound)?;
    if !window.is_visible()? {
        window.show()?;
    }
    window.request_user_attention(Some(UserAttentionType::Informational))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_opens_in_the_colours_of_its_page() {
        let pages: Vec<_> = include_str!("../../ui/src/styles.css")
            .lines()
            .filter_map(|line| line.trim().strip_prefix("--page: "))
            .collect();
        let opened = [Theme::Light, Theme::Dark].map(|theme| {
            let Color(red, green, blue, _) = worn(theme).unwrap().1;
            format!("#{red:02x}{green:02x}{blue:02x};")
        });
        assert_eq!(
            pages, opened,
            "another colour would flash before the page is painted"
        );
        assert!(
            worn(Theme::System).is_none(),
            "the system's own theme is the web view's to follow"
        );
    }

    #[test]
    fn the_window_can_be_led_nowhere() {
        assert!(is_our_own("tauri", "localhost"));
        assert!(is_our_own("http", "tauri.localhost"));
        for (scheme, host) in [
            ("https", "virtus.daily.co"),
            ("http", "tauri.localhost.evil.example"),
            ("file", ""),
            ("data", ""),
            ("tauri", "evil"),
        ] {
            assert!(!is_our_own(scheme, host), "{scheme}://{host}");
        }
    }
}
