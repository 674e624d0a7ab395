//! The settings, each seen to change what it is about.

use std::time::Duration;

use e2e::{By, Outcome, Window, keys};
use serde_json::json;

use crate::play::{MORNING, Play, add_client, book, go};

#[test]
fn types_reasons_hours_and_days_off_are_kept_as_they_were_set() -> Outcome {
    let play = Play::new("settings")?;
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    window.resize(1440, 900)?;
    go(window, "Paramètres")?;
    types(window)?;
    reasons(window)?;
    window.click(&By::role("tab", "Disponibilités"))?;
    hours(window)?;
    days_off(window)
}

fn types(window: &Window) -> Outcome {
    window.click(&By::button("Nouveau type"))?;
    let form = By::any("dialog");
    window.fill(&By::field("Nom").inside(&form), "Atelier")?;
    window.click(&By::button("Ajouter").inside(&form))?;
    window.wait_gone(&form)?;
    let names = || names_in(window, "Types de rendez-vous");
    let last = names()?.len() - 1;
    assert_eq!(names()?.get(last).map(String::as_str), Some("Atelier"));
    window.click(&By::button("Monter : Atelier"))?;
    window.wait_for("its new place", Duration::from_secs(5), || {
        (names().ok()?.get(last - 1)? == "Atelier").then_some(())
    })?;
    window.step("types")?;
    window.click(&By::button("Supprimer : Atelier"))?;
    window.click(&By::button("Supprimer").inside(&By::any("dialog")))?;
    window.wait_text("Le type « Atelier » n’est plus proposé.")?;
    window.wait_gone(&By::button("Monter : Atelier"))
}

fn reasons(window: &Window) -> Outcome {
    window.click(&By::role("tab", "Motifs"))?;
    window.fill(&By::field("Nouveau motif"), "Prise de poste")?;
    window.click(&By::button("Ajouter"))?;
    window.click(&By::button("Modifier : Prise de poste"))?;
    window.fill(&By::field("Motif"), "Nouveau poste")?;
    window.click(&By::button("Enregistrer"))?;
    window.find(&By::button("Monter : Nouveau poste"))?;
    window.click(&By::button("Supprimer : Nouveau poste"))?;
    window.click(&By::button("Supprimer").inside(&By::any("dialog")))?;
    window.wait_text("Le motif « Nouveau poste » n’est plus proposé.")
}

fn hours(window: &Window) -> Outcome {
    let evening = By::field("lundi, plage 2 : fin");
    window.fill(&evening, "19:30")?;
    window.press(&[keys::TAB])?;
    window.click(&By::button("Copier les horaires de lundi vers…"))?;
    window.click(&By::role("menuitem", "Du lundi au vendredi"))?;
    window.click(&By::button("Enregistrer les horaires"))?;
    window.wait_text("C’est enregistré.")?;
    go(window, "Clients")?;
    go(window, "Paramètres")?;
    window.click(&By::role("tab", "Disponibilités"))?;
    let friday = window.attribute(&By::field("vendredi, plage 2 : fin"), "value")?;
    assert_eq!(friday.as_deref(), Some("19:30"), "Friday has Monday's hours");
    window.step("hours")
}

fn days_off(window: &Window) -> Outcome {
    window.click(&By::css("[data-date='2027-05-03']"))?;
    let form = By::role("dialog", "Nouvelle exception");
    window.fill(&By::field("Intitulé").inside(&form), "Formation")?;
    window.click(&By::button("Ajouter").inside(&form))?;
    window.wait_gone(&form)?;
    window.find(&By::role_with("button", "lundi 3 mai, Formation"))?;

    window.click(&By::button("Jours fériés…"))?;
    let holidays = By::role("dialog", "Jours fériés 2027");
    window.step("holidays")?;
    close_holidays(window)?;
    window.wait_gone(&holidays)?;
    window.find(&By::button("Modifier : Fête nationale"))?;
    window.step("days-off")
}

/// The one button of the window that says how many days it closes.
fn close_holidays(window: &Window) -> Outcome {
    let all = window.texts(&By::role_with("button", "Fermer "))?;
    let closes = all.iter().find(|words| words.contains("jours"));
    window.click(&By::button(closes.map_or("Fermer", String::as_str)))
}

/// The names in a list of settings, in its order.
fn names_in(window: &Window, list: &str) -> Outcome<Vec<String>> {
    let lines = window.texts(&By::any("listitem").inside(&By::role("list", list)))?;
    let name = |line: &String| line.split(" 1 h").next().unwrap_or_default().to_owned();
    Ok(lines.iter().map(name).collect())
}

#[test]
fn language_theme_week_and_clock_change_at_once() -> Outcome {
    let play = Play::new("appearance")?;
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    window.resize(1440, 900)?;
    add_client(window)?;
    book(window, "14:00")?;
    go(window, "Paramètres")?;
    window.click(&By::role("tab", "Général"))?;
    window.click(&By::text("Sombre").inside(&By::role("radiogroup", "Thème")))?;
    let scheme = "return document.documentElement.dataset.mantineColorScheme";
    window.wait_for("the dark", Duration::from_secs(5), || {
        (window.run(scheme, &json!([])).ok()? == "dark").then_some(())
    })?;
    window.click(&By::text("English").inside(&By::role("radiogroup", "Langue")))?;
    window.find(&By::role("heading", "Settings"))?;
    window.click(&By::field("First day of the week"))?;
    window.click(&By::role("option", "Sunday"))?;
    window.click(&By::button("Save"))?;
    window.wait_text("Saved.")?;
    window.step("changed")?;
    window.click(&By::link("Planning").inside(&By::role("navigation", "Main navigation")))?;
    window.click(&By::text("Month").inside(&By::role("radiogroup", "View")))?;
    // Choosing the language was told in the same words before: what was saved last is seen by what it does.
    window.wait_for("weeks from Sunday on", Duration::from_secs(10), || {
        let names = window.texts(&By::any("columnheader")).ok()?;
        (names.first()? == "Sunday").then_some(())
    })?;
    window.find(&By::role_with("button", "14:00 "))?;
    window.step("month")?;
    app.quit()?;

    // A computer that counts to twelve.
    let app = play.open_speaking("2027-03-02T10:00:00Z", "en_US.UTF-8")?;
    let window = &app.window;
    window.find(&By::role("heading", "Dashboard"))?;
    window.wait_text("2:00 pm")?;
    window.step("twelve")
}
