//! A series from its rule to a change of what is left of it: what stands against one of its sessions is settled first.

use e2e::{By, Outcome, Window};

use crate::play::{CLIENT, MORNING, Play, add_client, choose_session, go};

const TITLE: &str = "Vers la soutenance";

#[test]
fn a_series_is_booked_once_its_conflicts_are_settled_and_its_rest_changes_as_one() -> Outcome {
    let play = Play::new("series")?;
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    window.resize(1440, 900)?;
    add_client(window)?;
    choose_session(window)?;
    window.click(&By::button("mardi 9 mars"))?;
    window.click(&By::button("14:00"))?;
    window.click(&By::button("Créer le rendez-vous"))?;
    window.wait_text(&format!("Rendez-vous pris : {CLIENT}, mardi 9 mars, 14:00."))?;

    plan_three_weeks(window)?;
    window.wait_text(&format!("occupé par le rendez-vous avec {CLIENT}"))?;
    window.wait_text("1 rendez-vous ne peut pas être pris ainsi")?;
    window.step("conflict")?;
    window.click(&By::button("Continuer"))?;
    window.wait_text("Déplacez ou laissez de côté ceux qui sont signalés")?;
    window.click(&By::role_with("button", "Plutôt "))?;
    window.wait_text("3 rendez-vous, rien ne s’y oppose")?;
    window.step("settled")?;
    window.click(&By::button("Continuer"))?;
    window.click(&By::button("Créer les 3 rendez-vous"))?;
    window.wait_text(&format!("3 rendez-vous pris : {CLIENT}."))?;

    go(window, "Planning")?;
    window.click(&By::text("Mois").inside(&By::role("radiogroup", "Vue")))?;
    open_on(window, "2027-03-09", "Rendez-vous 2 sur 3")?;
    let details = By::any("dialog");
    window.click(&By::button("Modifier").inside(&details))?;
    window.fill(&By::field("Titre").inside(&details), TITLE)?;
    window.click(&By::text("Celui-ci et le suivant").inside(&details))?;
    window.step("the-rest")?;
    window.click(&By::button("Enregistrer").inside(&details))?;
    window.wait_text("C’est enregistré.")?;
    leave(window)?;

    open_on(window, "2027-03-16", "Rendez-vous 3 sur 3")?;
    window.wait_text(TITLE)?;
    window.step("changed")?;
    leave(window)?;
    open_on(window, "2027-03-02", "Rendez-vous 1 sur 3")?;
    assert!(
        !window.shows(&By::text(TITLE))?,
        "the one before keeps what it had"
    );
    Ok(())
}

/// The last of that day, from the month.
fn open_on(window: &Window, date: &str, place: &str) -> Outcome {
    window.click(&By::css(&format!(
        "[data-date='{date}'] li:last-child [data-appointment]"
    )))?;
    window.wait_text(place)
}

fn leave(window: &Window) -> Outcome {
    window.click(&By::button("Fermer").inside(&By::any("dialog")))?;
    window.wait_gone(&By::any("dialog"))
}

/// Today at 14:00 and the two weeks after; what the rule makes is on screen.
fn plan_three_weeks(window: &Window) -> Outcome {
    choose_session(window)?;
    window.click(&By::button("mardi 2 mars"))?;
    window.click(&By::field("Répétition"))?;
    window.click(&By::role("option", "Chaque semaine"))?;
    window.fill(&By::field("Rendez-vous").inside(&By::any("dialog")), "3")?;
    window.click(&By::button("14:00"))?;
    window.click(&By::button("Continuer"))?;
    window.find(&By::role("list", "Série")).map(drop)
}
