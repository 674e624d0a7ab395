//! The one window.

use tauri::{AppHandle, Manager, UserAttentionType, WebviewUrl, WebviewWindowBuilder};

/// The name it has in the capabilities.
const LABEL: &str = "main";

/// Opens it. It shows the built interface and can be led nowhere else.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title("Virtus Planning")
        .inner_size(1280.0, 840.0)
        .min_inner_size(900.0, 600.0)
        .on_navigation(|url| is_our_own(url.scheme(), url.host_str().unwrap_or_default()))
        .build()?;
    Ok(())
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
