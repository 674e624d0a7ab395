//! A computer that sleeps while reminders fall due.

use chrono::TimeDelta;
use e2e::{By, Outcome};

use crate::play::{CLIENT, MORNING, Play, add_client, book, go};

#[test]
fn after_a_sleep_what_still_helps_is_shown_and_what_is_over_is_marked() -> Outcome {
    let play = Play::new("sleeping")?;
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
        shown.summary.starts_with("Dans 49 min") || shown.summary.starts_with("Dans 50 min"),
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
    Ok(())
}
