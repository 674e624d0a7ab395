//! What the system's web view is told that Tauri has no word for.

use api::Theme;
use tauri::WebviewWindow;

/// To be called before anything else, while there is one thread: the environment is changed. `WebKitGTK` then makes no
/// buffers to share with a card that has no part in the painting (docs/decisions/0020).
#[cfg(target_os = "linux")]
pub(crate) fn before_start() {
    // Who has chosen for themselves is left alone. What cannot be set costs memory and nothing else.
    let _ = gtk::glib::setenv("WEBKIT_DISABLE_DMABUF_RENDERER", "1", false);
}

/// The others are not told by the environment.
#[cfg(not(target_os = "linux"))]
pub(crate) fn before_start() {}

/// `WebKitGTK` paints without the graphics card (docs/decisions/0020): less memory, no window that stays empty where a
/// driver is at odds with it, and on computers without a card less time to paint.
#[cfg(target_os = "linux")]
pub(crate) fn prepare(window: &WebviewWindow) {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
    let told = window.with_webview(|view| {
        if let Some(settings) = WebViewExt::settings(&view.inner()) {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    });
    if let Err(error) = told {
        tracing::warn!(%error, "the web view paints as it likes");
    }
}

/// The system's theme where the web view would paint in light before it hears of it: a dark one, with `WebKitGTK`. To be
/// asked on the thread of the windows.
#[cfg(target_os = "linux")]
pub(crate) fn late_theme() -> Option<Theme> {
    use gtk::prelude::GtkSettingsExt;
    let settings = gtk::Settings::default()?;
    let named_dark = |name: gtk::glib::GString| name.to_lowercase().ends_with("-dark");
    let dark =
        settings.is_gtk_application_prefer_dark_theme() || settings.gtk_theme_name().is_some_and(named_dark);
    dark.then_some(Theme::Dark)
}

/// The others know it in time.
#[cfg(not(target_os = "linux"))]
pub(crate) fn late_theme() -> Option<Theme> {
    None
}

/// The others are left as they are.
#[cfg(not(target_os = "linux"))]
pub(crate) fn prepare(_window: &WebviewWindow) {}
