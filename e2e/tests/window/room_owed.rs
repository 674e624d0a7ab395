//! Booking while Daily is away.

use std::time::Duration;

use e2e::{By, Outcome};

use crate::play::{CLIENT, MORNING, Play, add_client, book, go, open_details};

#[test]
fn booking_never_waits_for_daily_and_the_room_is_made_when_it_is_back() -> Outcome {
    let mut play = Play::new("room-owed")?;
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    add_client(window)?;
    play.daily.go_down();
    book(window, "14:00")?;
    go(window, "Tableau de bord")?;
    window.wait_text("Hors ligne : Daily.co ne répond pas.")?;
    window.wait_text(&format!("Salle de visio en attente : {CLIENT}"))?;
    window.step("offline")?;
    open_details(window)?;
    window.wait_text("Daily.co est injoignable.")?;
    window.step("owed")?;

    play.daily.come_back()?;
    let made = || (play.daily.rooms().len() == 1).then_some(());
    window.wait_for("the room to be made", Duration::from_mins(2), made)?;
    window.wait_text("La salle est prête.")?;
    assert!(
        !window.shows(&By::text("injoignable"))?,
        "what is over is no longer told"
    );
    window.wait_gone(&By::text("Hors ligne"))?;
    window.step("made")
}
