//! The first start on a computer.

use e2e::{By, Outcome};

use crate::daily::KEY;
use crate::play::{COACH, MORNING, Play, give_key, introduce};

#[test]
fn the_first_run_asks_once_and_keeps_the_key_in_the_keyring_alone() -> Outcome {
    let play = Play::new("first-run")?;
    let app = play.open(MORNING)?;
    let window = &app.window;
    window.find(&By::role("heading", "Bienvenue"))?;
    window.step("welcome")?;
    window.click(&By::button("Continuer"))?;
    window.wait_text("Ce champ est nécessaire.")?;
    window.step("name-missing")?;
    introduce(window)?;

    give_key(window, "0000000000000000000000000000000000000000")?;
    window.wait_text("Daily.co n’accepte pas cette clé.")?;
    window.step("key-refused")?;
    assert_eq!(play.kept_key()?, None, "a refused key must not be kept");

    give_key(window, KEY)?;
    window.find(&By::role("heading", "Tableau de bord"))?;
    window.wait_text(COACH)?;
    window.step("dashboard")?;
    assert_eq!(
        play.kept_key()?.as_deref(),
        Some(KEY),
        "the key belongs into the system's keyring"
    );

    app.kill()?;
    let app = play.open(MORNING)?;
    app.window.find(&By::role("heading", "Tableau de bord"))?;
    app.window.step("second-start")?;
    play.assert_nothing_secret_was_written()
}
