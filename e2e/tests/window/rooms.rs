//! Rooms: the set-up tried, their options, the invitation by e-mail, who is in one and who was, a desktop without a keyring.

use std::time::Duration;

use e2e::{By, Outcome, Stage, Trouble, wait_until};
use testkit::daily::{Minted, StandInRoom, Visitor};

use crate::daily::{Daily, KEY};
use crate::play::{CLIENT, COACH, MORNING, Play, add_client, book, give_key, go, introduce, open_details};

const PATIENCE: Duration = Duration::from_secs(30);

fn open_video_settings(play: &Play, window: &e2e::Window) -> Outcome {
    go(window, "Paramètres")?;
    window.click(&By::role("tab", "Visioconférence"))?;
    assert!(play.daily.rooms().is_empty(), "no room was asked for");
    Ok(())
}

/// The only room there is, once it is made.
fn the_room(play: &Play) -> Outcome<StandInRoom> {
    wait_until(PATIENCE, "a room at Daily", || {
        play.daily.rooms().first().cloned()
    })
}

fn choose(window: &e2e::Window, list: &str, choice: &str) -> Outcome {
    window.click(&By::field(list))?;
    window.click(&By::role("option", choice))
}

/// Comes in with a token, as the browser of its bearer does.
fn come_in(play: &Play, room: &str, name: &str, token: &Minted) -> String {
    let visitor = Visitor {
        user_name: Some(name.to_owned()),
        user_id: token.text("user_id").map(str::to_owned),
    };
    play.daily.enter(room, visitor)
}

#[test]
fn who_is_in_the_room_and_who_came_is_told_and_what_it_means_is_the_coachs_to_say() -> Outcome {
    let play = Play::new("rooms")?;
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    open_video_settings(&play, window)?;
    window.click(&By::button("Lancer le test"))?;
    window.wait_text("Votre configuration fonctionne.")?;
    window.step("set-up-tested")?;
    assert!(play.daily.rooms().is_empty(), "what the test made is gone");
    choose(window, "Région où l’appel est traité", "Royaume-Uni (Londres)")?;
    choose(window, "Enregistrement", "Son et image, quand je le lance")?;
    window.click(&By::button("Enregistrer"))?;
    window.step("options-chosen")?;

    add_client(window)?;
    book(window, "14:00")?;
    let room = the_room(&play)?;
    assert_eq!(room.config["geo"], "eu-west-2", "{:?}", room.config);
    assert!(
        !room.has("enable_recording"),
        "recording is the owner's token's alone: {:?}",
        room.config
    );
    open_details(window)?;
    window.click(&By::button("Préparer un e-mail"))?;
    window.wait_text("Le brouillon est ouvert dans votre messagerie")?;
    let draft = wait_until(PATIENCE, "a draft", || play.stage.opened().pop())?;
    assert!(draft.starts_with("mailto:lea.dupuis@exemple.fr?"), "{draft}");
    let client = play
        .daily
        .tokens()
        .pop()
        .ok_or_else(|| Trouble::new("no token for the client"))?;
    assert!(
        !client.has("is_owner") && draft.contains(&client.token),
        "{draft}"
    );
    app.kill()?;

    // Five minutes into the session.
    let app = play.open("2027-03-02T13:05:00Z")?;
    let window = &app.window;
    open_details(window)?;
    window.wait_text("Personne n’est encore dans la salle.")?;
    window.click(&By::button("Rejoindre").inside(&By::any("dialog")))?;
    let owner = wait_until(PATIENCE, "the coach's token", || {
        play.daily.tokens().pop().filter(|token| token.has("is_owner"))
    })?;
    assert!(owner.text("enable_recording").is_some(), "the coach may record");
    let visits = [
        come_in(&play, &room.name, COACH, &owner),
        come_in(&play, &room.name, CLIENT, &client),
    ];
    let inside = By::role("region", "Dans la salle");
    window.wait_for("both in the room", PATIENCE, || {
        window
            .text_of(&inside)
            .ok()
            .filter(|text| text.contains(CLIENT) && text.contains("depuis"))
    })?;
    window.step("in-the-room")?;
    app.kill()?;

    play.daily.set_clock(
        "2027-03-02T13:55:00Z"
            .parse()
            .map_err(|_| Trouble::new("an instant"))?,
    );
    assert!(visits.iter().all(|visit| play.daily.leave(visit)));
    let app = play.open("2027-03-02T14:05:00Z")?;
    let window = &app.window;
    open_details(window)?;
    window.wait_text("Qui est venu")?;
    window.wait_text("La séance semble avoir eu lieu. À vous de le dire.")?;
    window.step("who-came")?;
    let reopen = By::button("Rouvrir").inside(&By::any("dialog"));
    assert!(!window.shows(&reopen)?, "nobody said that it took place");
    window.click(&By::button("Noter terminé"))?;
    window.find(&reopen)?;
    window.step("said")?;
    play.assert_nothing_secret_was_written()
}

#[test]
fn without_a_keyring_the_key_serves_for_the_session_alone() -> Outcome {
    let play = Play {
        daily: Daily::new()?,
        stage: Stage::without_keyring("no-keyring")?,
    };
    let app = play.open(MORNING)?;
    let window = &app.window;
    introduce(window)?;
    give_key(window, KEY)?;
    window.wait_text("Le trousseau de votre ordinateur ne répond pas.")?;
    window.step("offered")?;
    window.click(&By::button("Utiliser pour cette session seulement"))?;
    window.find(&By::role("heading", "Tableau de bord"))?;
    add_client(window)?;
    book(window, "14:00")?;
    the_room(&play)?;
    app.kill()?;

    let app = play.open("2027-03-02T09:55:00Z")?;
    let window = &app.window;
    go(window, "Paramètres")?;
    window.click(&By::role("tab", "Visioconférence"))?;
    window.wait_text("Le trousseau de votre ordinateur ne répond pas. Déverrouillez-le")?;
    window.step("asked-again")?;
    play.assert_nothing_secret_was_written()
}
