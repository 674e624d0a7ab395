//! An appointment from its booking to the room, over two violent ends of the app.

use std::time::Duration;

use e2e::{By, Outcome, Trouble, Window};

use crate::daily::DOMAIN;
use crate::play::{CLIENT, MORNING, Play, add_client, book, go, open_details};

#[test]
fn an_appointment_is_reminded_once_and_joined_whatever_happens_to_the_app() -> Outcome {
    let play = Play::new("life")?;
    let app = play.open_ready(MORNING)?;
    add_client(&app.window)?;
    book(&app.window, "14:00")?;
    open_details(&app.window)?;
    app.window.wait_text("La salle est prête.")?;
    app.window.step("room-ready")?;
    let room = play.daily.rooms().first().map(|room| room.name.clone());
    let room = room.ok_or_else(|| Trouble::new("no room at Daily"))?;
    app.kill()?;

    // Ten seconds before the first reminder: an hour ahead.
    let app = play.open("2027-03-02T11:59:50Z")?;
    let hour = play
        .stage
        .notifications
        .wait_for("an hour ahead", |shown| shown.summary.contains(CLIENT))?;
    assert_eq!(hour.summary, format!("Dans 1 h : {CLIENT}"));
    app.window.step("first-reminder")?;
    app.kill()?;

    let app = play.open("2027-03-02T12:49:52Z")?;
    let window = &app.window;
    go(window, "Planning")?;
    window.find(&By::role_with("button", CLIENT).inside(&By::role("region", "Jour choisi")))?;
    window.step("nothing-lost")?;
    let ten = play
        .stage
        .notifications
        .wait_for("ten minutes ahead", |shown| shown.id != hour.id)?;
    assert_eq!(ten.summary, format!("Dans 10 min : {CLIENT}"));
    assert!(
        ten.actions.contains(&"Rejoindre".to_owned()),
        "the room is open: {:?}",
        ten.actions
    );

    open_details(window)?;
    window.click(&By::button("Rejoindre").inside(&By::any("dialog")))?;
    check_joined(&play, window, &room, 1)?;
    window.step("joined")?;
    play.stage.notifications.press(ten.id, "join")?;
    check_joined(&play, window, &room, 2)?;

    window.click(&By::button("Copier le lien du client"))?;
    window.wait_text("Le lien du client est copié")?;
    let link = play.stage.clipboard()?;
    let token = token_of(&link, &room)?;
    let minted = play
        .daily
        .token(token)
        .ok_or_else(|| Trouble::new("a token Daily never made"))?;
    assert!(
        !minted.has("is_owner"),
        "the client must not be the owner of the room"
    );
    assert!(minted.has("knocking"), "the client waits to be let in");
    window.step("link-copied")?;

    app.kill()?;
    let app = play.open("2027-03-02T12:50:30Z")?;
    app.window.find(&By::role("heading", "Tableau de bord"))?;
    std::thread::sleep(Duration::from_secs(8));
    assert_eq!(
        play.stage.notifications.shown().len(),
        2,
        "each reminder is shown once, also after a kill"
    );
    assert!(
        play.daily.tokens().len() >= 3,
        "two of the coach, one of the client"
    );
    play.assert_nothing_secret_was_written()
}

/// The browser was asked `times` times, the last time for our room with a token that makes its bearer the owner.
fn check_joined(play: &Play, window: &Window, room: &str, times: usize) -> Outcome {
    let opened = window.wait_for("the browser to be asked", Duration::from_secs(20), || {
        Some(play.stage.opened()).filter(|opened| opened.len() >= times)
    })?;
    assert_eq!(opened.len(), times, "{opened:?}");
    let address = opened.last().map(String::as_str).unwrap_or_default();
    let minted = play.daily.token(token_of(address, room)?);
    let minted = minted.ok_or_else(|| Trouble::new("a token Daily never made"))?;
    assert_eq!(minted.room(), room);
    assert!(minted.has("is_owner"), "the coach lets people in");
    Ok(())
}

fn token_of<'a>(address: &'a str, room: &str) -> Outcome<&'a str> {
    let start = format!("https://{DOMAIN}.daily.co/{room}?t=");
    address
        .strip_prefix(&start)
        .ok_or_else(|| Trouble(format!("{address} does not begin with {start}")))
}
