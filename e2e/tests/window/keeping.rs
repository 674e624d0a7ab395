//! What is kept and what goes: copies of the agenda, a client's own data, a client erased.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use e2e::{By, Outcome, While, Window};

use crate::play::{CLIENT, MORNING, Play, add_client, book, go};

#[test]
fn a_client_is_exported_and_erased_and_no_copy_brings_them_back() -> Outcome {
    let play = Play::new("keeping")?;
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    add_client(window)?;
    book(window, "14:00")?;

    open_data(window)?;
    window.click(&By::button("Sauvegarder maintenant"))?;
    window.wait_text("L’agenda est sauvegardé.")?;
    window.wait_text("à votre demande")?;
    window.step("copied")?;

    open_client(window)?;
    window.click(&By::button("Exporter ses données"))?;
    window.wait_text("Enregistré dans")?;
    window.step("exported")?;
    let written = exported(&play)?;
    assert!(
        written
            .iter()
            .any(|(path, text)| has_extension(path, "json") && text.contains(CLIENT)),
        "one file for programs: {:?}",
        written.iter().map(|(path, _)| path).collect::<Vec<_>>()
    );
    assert!(
        written
            .iter()
            .any(|(path, text)| has_extension(path, "html") && text.contains(CLIENT)),
        "one for people"
    );

    window.click(&By::button("Effacer cette personne…"))?;
    window.step("asked")?;
    window.click(&By::button("Effacer pour de bon"))?;
    window.wait_text(&format!("{CLIENT} ne figure plus dans l’agenda."))?;
    window.wait_text("Vous n’avez pas encore de client.")?;
    go(window, "Planning")?;
    // The notice at the window's edge still says whom it was about.
    let planning = By::css("main");
    window.wait_for("a planning without that name", Duration::from_secs(10), || {
        let shown = window.text_of(&planning).ok()?;
        (!shown.contains(CLIENT)).then_some(())
    })?;

    open_data(window)?;
    let row = By::css("tr").inside(&By::any("main"));
    assert!(
        window
            .texts(&row)?
            .iter()
            .any(|text| text.contains("à votre demande")),
        "what the coach copied by hand stays"
    );
    window.click(&By::role_with("button", "Restaurer la sauvegarde du"))?;
    window.step("asked-to-restore")?;
    window.click(&By::button("Restaurer l’agenda"))?;
    window.wait_text("L’état précédent est dans la liste.")?;
    window.wait_text("avant une restauration")?;
    go(window, "Clients")?;
    window.wait_text("Vous n’avez pas encore de client.")?;
    window.step("still-gone")
}

fn open_data(window: &Window) -> Outcome {
    go(window, "Paramètres")?;
    window.click(&By::role("tab", "Données"))?;
    window.find(&By::role("heading", "Sauvegardes")).map(drop)
}

fn open_client(window: &Window) -> Outcome {
    go(window, "Clients")?;
    window.click(&By::role_with("link", CLIENT))?;
    window.find(&By::role("heading", CLIENT)).map(drop)
}

/// The files that were written beside the agenda, as this stage has no folder of downloads.
fn exported(play: &Play) -> Outcome<Vec<(PathBuf, String)>> {
    let folder = play.stage.data_folder().join("exports");
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).during("looking for the exports")? {
        let path = entry.during("looking for the exports")?.path();
        let text = fs::read_to_string(&path).during("reading an export")?;
        files.push((path, text));
    }
    Ok(files)
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|found| found == extension)
}
