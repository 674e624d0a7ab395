//! The icon near the clock: what is next, the day, and the ways into the window.
//!
//! There is not a tray everywhere: GNOME has none without an extension, and Linux needs a library that may be missing.
//! Where there is none, closing the window ends the program (docs/decisions/0013).

#[cfg(target_os = "linux")]
mod linux;

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use api::{Glance, GlanceLine, GlanceWords, Language};
use tauri::{
    AppHandle, Manager, Wry,
    menu::{Menu, MenuBuilder, MenuEvent, MenuItemBuilder},
    tray::{MouseButton, MouseButtonState, TrayIconBuilder, TrayIconEvent},
};

use crate::{app::App, errands::Errand, popups, window};

const ID: &str = "main";

/// On macOS a click opens the menu; elsewhere it brings the window, and the other button the menu.
const CLICK_OPENS_MENU: bool = cfg!(target_os = "macos");

/// What the icon shows, and whether there is one.
#[derive(Default)]
pub(crate) struct Tray {
    there: AtomicBool,
    shown: Mutex<Option<Glance>>,
}

impl Tray {
    /// Whether somebody shows the icon at this moment.
    pub(crate) async fn is_seen(&self) -> bool {
        self.there.load(Ordering::Relaxed) && somebody_shows_icons().await
    }

    /// Shows another glance; the same again costs nothing.
    pub(crate) fn show(&self, app: &AppHandle, glance: Glance) {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        if shown.as_ref() == Some(&glance) {
            return;
        }
        window::set_title(app, glance.title.as_deref());
        if let Some(icon) = app.tray_by_id(ID)
            && let Err(error) = full_menu(app, &glance).and_then(|menu| {
                let tooltip = glance
                    .next
                    .as_ref()
                    .map_or("Virtus Planning", |it| it.line.as_str());
                icon.set_tooltip(Some(tooltip))?;
                icon.set_menu(Some(menu))
            })
        {
            tracing::warn!(%error, "the tray could not be renewed");
        }
        *shown = Some(glance);
    }
}

#[cfg(target_os = "linux")]
use linux::somebody_shows_icons;

/// These systems always show them.
#[cfg(not(target_os = "linux"))]
#[expect(clippy::unused_async, reason = "other systems are asked")]
async fn somebody_shows_icons() -> bool {
    true
}

/// Puts the icon up, with what can be said before the agenda is read.
pub(crate) fn put_up(app: &AppHandle) {
    // On Linux a missing library panics instead of failing.
    let made = catch_unwind(AssertUnwindSafe(|| build(app)));
    match made {
        Ok(Ok(())) => app.state::<App>().tray.there.store(true, Ordering::Relaxed),
        Ok(Err(error)) => tracing::warn!(%error, "there is no tray"),
        Err(_) => tracing::warn!("there is no tray: its library is missing"),
    }
}

fn build(app: &AppHandle) -> tauri::Result<()> {
    let words = GlanceWords::in_language(Language::of_locale(&sys_locale::get_locale().unwrap_or_default()));
    let menu = Menu::new(app)?;
    append_ways(app, &menu, &words)?;
    let mut icon = TrayIconBuilder::with_id(ID)
        .tooltip("Virtus Planning")
        .menu(&menu)
        .show_menu_on_left_click(CLICK_OPENS_MENU)
        .on_menu_event(|app, event| chosen(app, &event))
        .on_tray_icon_event(|icon, event| {
            if let TrayIconEvent::Click {
                button: MouseButton::Left,
                button_state: MouseButtonState::Up,
                ..
            } = event
                && !CLICK_OPENS_MENU
            {
                window::bring_forward(icon.app_handle());
            }
        });
    if let Some(image) = app.default_window_icon() {
        icon = icon.icon(image.clone());
    }
    icon.build(app)?;
    Ok(())
}

fn full_menu(app: &AppHandle, glance: &Glance) -> tauri::Result<Menu<Wry>> {
    let words = &glance.words;
    let mut menu = MenuBuilder::new(app);
    menu = match &glance.next {
        Some(next) => menu.text(format!("show:{}", next.appointment), label(&next.line)),
        None => menu.item(&heading(app, &words.none)?),
    };
    if let Some(join) = &glance.join {
        menu = menu.text(format!("join:{}", join.appointment), label(&join.line));
    }
    menu = menu.separator();
    menu = if glance.today.is_empty() {
        menu.item(&heading(app, &words.nothing)?)
    } else {
        let today = menu.item(&heading(app, &words.today)?);
        let entry = |it: &GlanceLine| (format!("show:{}", it.appointment), label(&it.line));
        glance
            .today
            .iter()
            .map(entry)
            .fold(today, |menu, (id, line)| menu.text(id, line))
    };
    let menu = menu.separator().build()?;
    append_ways(app, &menu, words)?;
    Ok(menu)
}

fn heading(app: &AppHandle, words: &str) -> tauri::Result<tauri::menu::MenuItem<Wry>> {
    MenuItemBuilder::new(label(words)).enabled(false).build(app)
}

fn append_ways(app: &AppHandle, menu: &Menu<Wry>, words: &GlanceWords) -> tauri::Result<()> {
    for (id, words) in [
        ("book", &words.book),
        ("open", &words.open),
        ("quit", &words.quit),
    ] {
        menu.append(&MenuItemBuilder::with_id(id, label(words)).build(app)?)?;
    }
    Ok(())
}

/// A `&` in a name underlines no letter.
fn label(words: &str) -> String {
    words.replace('&', "&&")
}

fn chosen(app: &AppHandle, event: &MenuEvent) {
    match event
        .id()
        .as_ref()
        .split_once(':')
        .unwrap_or((event.id().as_ref(), ""))
    {
        ("quit", _) => app.exit(0),
        ("open", _) => window::bring_forward(app),
        ("book", _) => Errand::Book.run(app),
        ("show", id) => {
            if let Ok(id) = id.parse() {
                Errand::Appointment { id }.run(app);
            }
        }
        ("join", id) => {
            if let Ok(id) = id.parse() {
                popups::join(app, id);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_an_ampersand_keeps_it() {
        assert_eq!(label("10:30 · Dupond & fils"), "10:30 · Dupond && fils");
    }
}
