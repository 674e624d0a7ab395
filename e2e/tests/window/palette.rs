//! The command palette, and the question before what was typed is lost.

use e2e::{By, Outcome, Window, keys};

use crate::play::{CLIENT, MORNING, Play, add_client, book};

#[test]
fn the_palette_finds_an_appointment_and_leads_everywhere_and_nothing_typed_is_lost_unasked() -> Outcome {
    let play = Play::new("palette")?;
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    window.resize(1440, 900)?;
    add_client(window)?;
    book(window, "14:00")?;

    search(window, "dupuis")?;
    window.step("found")?;
    window.click(&By::text("mardi 2 mars, 14:00").inside(&palette()))?;
    window.find(&By::role_with("dialog", CLIENT))?;
    window.press(&[keys::ESCAPE])?;
    window.wait_gone(&By::any("dialog"))?;

    search(window, "demain")?;
    window.find(&By::text("Planning de demain").inside(&palette()))?;
    window.press(&[keys::ENTER])?;
    window.wait_gone(&palette())?;
    let chosen = By::role("region", "Jour choisi");
    window.find(&By::text("mercredi 3 mars").inside(&chosen))?;

    search(window, "disponibilités")?;
    window.find(&By::text("Paramètres : ").inside(&palette()))?;
    window.press(&[keys::ENTER])?;
    window.find(&By::role("heading", "Horaires de la semaine"))?;

    search(window, CLIENT)?;
    window.click(&By::text("Prendre rendez-vous avec").inside(&palette()))?;
    leave_with_input(window)
}

/// The wizard stands at its second step with the client chosen.
fn leave_with_input(window: &Window) -> Outcome {
    let wizard = By::role("dialog", "Nouveau rendez-vous");
    let question = By::role("dialog", "Abandonner ce rendez-vous ?");
    let title = By::field("Titre").inside(&wizard);
    window.fill(&title, "Bilan")?;
    window.press(&[keys::ESCAPE])?;
    window.find(&question)?;
    window.step("asked")?;
    window.click(&By::button("Continuer la saisie"))?;
    window.wait_gone(&question)?;
    assert_eq!(
        window.attribute(&title, "value")?.as_deref(),
        Some("Bilan"),
        "what was typed stays"
    );
    window.click(&By::button("Fermer").inside(&wizard))?;
    window.click(&By::button("Abandonner la saisie"))?;
    window.wait_gone(&wizard)
}

fn palette() -> By {
    By::role("dialog", "Recherche et actions")
}

fn search(window: &Window, words: &str) -> Outcome {
    window.chord(&[keys::CONTROL, 'k'])?;
    window.fill(
        &By::field("Chercher un client, un rendez-vous ou une action"),
        words,
    )
}
