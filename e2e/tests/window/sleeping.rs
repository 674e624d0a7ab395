//! A computer that sleeps while reminders fall due.

use std::time::Duration;

use chrono::TimeDelta;
use e2e::{By, Outcome};

use crate::play::{CLIENT, MORNING, Play, add_client, book, go};

#[test]
fn after_a_sleep_what_still_helps_is_shown_and_what_is_over_is_marked() -> Outcome {
    let mut play = Play::new("sleeping")?;
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    add_client(window)?;
    book(window, "14:00")?;
    book(window, "16:00")?;
    assert_eq!(play.stage.notifications.shown(), []);

    // It wakes up at ten past three: the first is over, the second fifty minutes ahead.
    play.sleep_through(TimeDelta::minutes(4 * 60 + 21))?;
    let shown = play
        .stage
        .notifications
        .wait_for("the coming one", |shown| shown.summary.contains(CLIENT))?;
    assert!(
        (45..=50).contains(&minutes_told(&shown.summary)),
        "late, and true: {}",
        shown.summary
    );
    assert!(shown.body.contains("16:00"), "{}", shown.body);

    go(window, "Tableau de bord")?;
    let today = By::role("region", "Rendez-vous du jour");
    window.click(&By::role_with("button", "14:00").inside(&today))?;
    window.wait_text("ignoré (rendez-vous déjà passé)")?;
    window.step("over")?;
    window.press(&[e2e::keys::ESCAPE])?;
    window.click(&By::role_with("button", "16:00").inside(&today))?;
    window.wait_text("· affiché")?;
    window.wait_text("· à venir")?;
    window.step("shown-late")?;
    let told = play.stage.notifications.shown();
    assert_eq!(told.len(), 1, "the useful one alone, and once: {told:?}");

    window.press(&[e2e::keys::ESCAPE])?;
    window.wait_gone(&By::any("dialog"))?;
    play.stage.notifications.press(shown.id, "default")?;
    window.find(&By::role_with("dialog", CLIENT))?;
    window.wait_text("16:00 – 17:00")?;
    window.step("opened-by-a-click")?;

    // Eight minutes before it, with nothing left to show a pop-up.
    play.stage.notifications.stop();
    play.sleep_through(TimeDelta::minutes(5 * 60 + 3))?;
    window.wait_for("the reminder in the window", Duration::from_mins(1), || {
        let page = window.page_text().ok()?;
        let line = page.lines().find(|line| line.starts_with("Dans "))?;
        (1..=9).contains(&minutes_told(line)).then_some(())
    })?;
    window.wait_text("affiché (dans la fenêtre, faute de notifications du système)")?;
    window.step("in-the-window")?;
    window.press(&[e2e::keys::ESCAPE])?;
    go(window, "Paramètres")?;
    window.click(&By::role("tab", "Rappels"))?;
    window.wait_text("Votre système n’a pas de service de notification.")?;
    window.step("said-in-the-settings")
}

/// The minutes in "Dans 8 min : Léa"; 0 in anything else.
fn minutes_told(summary: &str) -> u32 {
    let number = summary
        .strip_prefix("Dans ")
        .and_then(|rest| rest.split_once(" min : "));
    number
        .and_then(|(number, _)| number.parse().ok())
        .unwrap_or_default()
}
