//! Booking through the four steps, and cancelling.

use std::time::Duration;

use e2e::{By, Outcome};

use crate::play::{CLIENT, MORNING, Play, add_client, book, choose_session, open_details, starts_on_offer};

#[test]
fn only_free_starts_are_offered_and_the_booking_is_in_the_calendar_at_once() -> Outcome {
    let play = Play::new("booking")?;
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    add_client(window)?;
    window.step("client")?;

    choose_session(window)?;
    window.step("starts")?;
    let offered = starts_on_offer(window)?;
    assert_eq!(
        offered.first().map(String::as_str),
        Some("11:00"),
        "an hour from the next start fits before noon"
    );
    assert_eq!(
        offered.get(1).map(String::as_str),
        Some("14:00"),
        "nothing may reach into the closed hours"
    );
    assert_eq!(
        offered.last().map(String::as_str),
        Some("17:00"),
        "the last hour ends with the afternoon"
    );
    window.press(&[e2e::keys::ESCAPE])?;
    window.click(&By::button("Abandonner la saisie"))?;

    book(window, "14:00")?;
    let calendar = By::css(".appt-face");
    assert!(
        window.texts(&calendar)?.iter().any(|text| text.contains(CLIENT)),
        "the calendar shows it at once"
    );
    window.step("calendar")?;

    choose_session(window)?;
    let offered = starts_on_offer(window)?;
    assert!(
        !offered
            .iter()
            .any(|start| ["14:00", "14:15", "14:30", "14:45"].contains(&start.as_str())),
        "{offered:?}"
    );
    window.step("starts-left")
}

#[test]
fn a_cancelled_appointment_frees_its_start_its_room_and_its_reminders() -> Outcome {
    let play = Play::new("cancelling")?;
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    add_client(window)?;
    book(window, "14:00")?;
    window.wait_for("the room at Daily", Duration::from_secs(20), || {
        (play.daily.rooms().len() == 1).then_some(())
    })?;

    open_details(window)?;
    window.click(&By::button("Annuler…"))?;
    window.click(&By::button("Annuler le rendez-vous"))?;
    window.wait_text("Ce champ est nécessaire.")?;
    window.fill(
        &By::field("Motif de l’annulation"),
        "Empêchement de dernière minute",
    )?;
    window.step("reason")?;
    window.click(&By::button("Annuler le rendez-vous"))?;
    window.wait_text(&format!("Le rendez-vous avec {CLIENT} est annulé."))?;
    window.wait_for("the room to go", Duration::from_secs(20), || {
        play.daily.rooms().is_empty().then_some(())
    })?;
    window.step("cancelled")?;
    window.press(&[e2e::keys::ESCAPE])?;

    choose_session(window)?;
    assert!(
        starts_on_offer(window)?.contains(&"14:00".to_owned()),
        "its start is free again"
    );
    app.kill()?;

    // A minute before the second reminder was due, and past the first.
    let app = play.open("2027-03-02T12:49:58Z")?;
    app.window.find(&By::role("heading", "Tableau de bord"))?;
    std::thread::sleep(Duration::from_secs(12));
    assert_eq!(
        play.stage.notifications.shown(),
        [],
        "a cancelled appointment reminds nobody"
    );
    Ok(())
}
