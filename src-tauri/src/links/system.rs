//! How the system and our links find each other; the one place that knows how the three systems differ in it.

use tauri::AppHandle;
use tauri_plugin_deep_link::DeepLinkExt;

use super::{SCHEME, follow};

/// Hears links that the system hands to a running program: macOS alone does. Elsewhere a link starts the program again,
/// and the first one is told.
pub(crate) fn listen(app: &AppHandle) {
    if cfg!(target_os = "macos") {
        let handle = app.clone();
        app.deep_link().on_open_url(move |event| {
            for url in event.urls() {
                follow(&handle, url.as_str());
            }
        });
    }
}

/// Makes this program the one for our links, where no package or installer did. Beside the start: it runs other programs.
pub(crate) fn register(app: &AppHandle) {
    // A program that is being worked on must not take the links from the one that is in use.
    if cfg!(debug_assertions) {
        return;
    }
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        let links = app.deep_link();
        if is_registered(&app) {
            return;
        }
        if let Err(error) = links.register(SCHEME) {
            tracing::warn!(%error, "links will not find the program");
        }
    });
}

/// What a package put under `/usr` has its desktop entry there, which leaves with it; one of our own would stay behind.
#[cfg(target_os = "linux")]
fn is_registered(_app: &AppHandle) -> bool {
    // An AppImage is unpacked elsewhere at each start, and never under /usr.
    std::env::current_exe().is_ok_and(|program| program.starts_with("/usr"))
}

/// The system reads it from the bundle.
#[cfg(target_os = "macos")]
fn is_registered(_app: &AppHandle) -> bool {
    true
}

/// Installers write it into the registry, where it leads to the program they installed.
#[cfg(target_os = "windows")]
fn is_registered(app: &AppHandle) -> bool {
    app.deep_link().is_registered(SCHEME).unwrap_or(false)
}
