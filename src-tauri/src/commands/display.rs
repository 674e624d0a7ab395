//! How large the window draws.

use api::Result;
use tauri::WebviewWindow;

/// What can be chosen, in percent: below, targets get too small to hit; above, nothing fits.
const ZOOM: std::ops::RangeInclusive<u16> = 80..=200;

/// Draws everything at so many percent, 80 to 200; beyond, at the nearest of the two. The window remembers its choice.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_zoom(window: WebviewWindow, percent: u16) -> Result<()> {
    let percent = percent.clamp(*ZOOM.start(), *ZOOM.end());
    if let Err(error) = window.set_zoom(f64::from(percent) / 100.0) {
        tracing::warn!(%error, percent, "the window could not be drawn at another size");
    }
    Ok(())
}
