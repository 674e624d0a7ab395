//! The people a coach follows: notes that save themselves, a file of another program, somebody entered twice.

use std::path::Path;

use e2e::{By, Outcome, While, Window};

use crate::play::{CLIENT, MORNING, Play, add_client, book, go};

/// As Excel saves it on a French computer: windows-1252, semicolons.
const FILE: &[u8] = b"Nom;Pr\xe9nom;Courriel;T\xe9l.\r\n\
    Lef\xe8vre;\xc9lo\xefse;eloise@exemple.fr;06 98 76 54 32\r\n\
    Dupuis;L\xe9a;;\r\n\
    Morel;Luc;;06 99\r\n";

#[test]
fn notes_save_themselves_a_file_is_taken_in_once_a_twin_is_merged_and_two_clocks_are_told() -> Outcome {
    let play = Play::new("people")?;
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    add_client(window)?;
    write_notes(window)?;

    let file = play.stage.home("carnet.csv");
    std::fs::write(&file, FILE).during("writing a file of clients")?;
    go(window, "Clients")?;
    choose(&play, window, &file)?;
    window.wait_text("1 client sera ajouté · 1 déjà connu · 1 refusé")?;
    window.wait_text("Éloïse Lefèvre")?;
    window.wait_text("Numéro de téléphone : Ce numéro de téléphone n’existe pas")?;
    window.step("file-looked-at")?;
    window.click(&By::button("Importer 1 client"))?;
    window.wait_text("1 client ajouté · 1 déjà connu · 1 refusé")?;
    window.step("file-taken-in")?;
    window.click(&By::button("Fermer").inside(&By::any("dialog")))?;
    window.find(&By::role_with("link", "Éloïse Lefèvre"))?;

    choose(&play, window, &file)?;
    window.wait_text("0 client sera ajouté · 2 déjà connus · 1 refusé")?;
    window.click(&By::button("Abandonner"))?;
    window.wait_gone(&By::any("dialog"))?;
    merge_a_twin(window)?;
    live_by_another_clock(window)
}

/// Of an address book: somebody new, a namesake with an address of her own, a card without a name, one that was cut short.
const CARDS: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lefèvre;Éloïse;;;\r\nFN:Éloïse Lefèvre\r\n\
    EMAIL;TYPE=INTERNET:eloise@exemple.fr\r\nTEL;TYPE=CELL:06 98 76 54 32\r\nNOTE:Préfère le matin\\, plutôt.\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Léa Dupuis\r\nEMAIL:lea.autre@exemple.fr\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:3.0\r\nEMAIL:personne@exemple.fr\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Marc Petit\r\n";

#[test]
fn an_address_book_is_taken_in_and_two_people_of_one_name_are_told_apart() -> Outcome {
    let play = Play::new("address-book")?;
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    add_client(window)?;
    let file = play.stage.home("carnet.vcf");
    std::fs::write(&file, CARDS).during("writing an address book")?;
    go(window, "Clients")?;
    choose(&play, window, &file)?;
    window.wait_text("3 clients seront ajoutés · 1 refusé")?;
    window.wait_text("Fiche 3")?;
    window.step("cards-looked-at")?;
    window.click(&By::button("Importer 3 clients"))?;
    window.wait_text("3 clients ajoutés · 1 refusé")?;
    window.step("cards-taken-in")?;
    window.click(&By::button("Fermer").inside(&By::any("dialog")))?;
    window.find(&By::role_with("link", "Marc Petit"))?;

    window.click(&By::role_with("button", "1 doublon possible"))?;
    window.step("namesakes")?;
    window.click(&By::button("Ce sont deux personnes"))?;
    window.wait_text("Ces deux fiches ne seront plus proposées ensemble.")?;
    window.wait_text("Il n’y a plus de doublon.")?;
    window.step("told-apart")?;
    window.click(&By::button("Fermer").inside(&By::any("dialog")))?;
    window.wait_gone(&By::role_with("button", "doublon possible"))?;
    assert_eq!(
        window.all(&By::role_with("link", CLIENT))?.len(),
        2,
        "both are still there"
    );

    choose(&play, window, &file)?;
    window.wait_text("0 client sera ajouté · 3 déjà connus · 1 refusé")?;
    window.click(&By::button("Abandonner"))?;
    window.wait_gone(&By::any("dialog"))?;
    window.click(&By::role_with("link", "Éloïse Lefèvre"))?;
    window.wait_text("06 98 76 54 32")?;
    window.wait_text("Préfère le matin, plutôt.")?;
    window.step("from-a-card")
}

fn write_notes(window: &Window) -> Outcome {
    window.fill(&By::field("Notes privées"), "Objectif : **calme** <b>intime</b>")?;
    window.wait_text("Enregistré.")?;
    window.click(&By::text("Lire"))?;
    window.find(&By::css("main strong"))?;
    window.wait_text("calme <b>intime</b>")?;
    window.step("notes")
}

/// Chooses a file of clients.
fn choose(play: &Play, window: &Window, file: &Path) -> Outcome {
    play.stage.choose_file(window, &By::button("Importer…"), file)?;
    window.find(&By::role("dialog", "Importer des clients")).map(drop)
}

fn merge_a_twin(window: &Window) -> Outcome {
    window.click(&By::button("Nouveau client"))?;
    let form = By::any("dialog");
    window.fill(&By::field("Nom").inside(&form), "Dupuis Lea")?;
    window.fill(&By::field("Numéro de téléphone").inside(&form), "06 12 34 56 78")?;
    window.click(&By::button("Ajouter").inside(&form))?;
    window.find(&By::role("heading", "Dupuis Lea"))?;
    go(window, "Clients")?;
    window.click(&By::role_with("button", "1 doublon possible"))?;
    window.click(&By::role("radio", CLIENT))?;
    window.step("twins")?;
    window.click(&By::button("Fusionner"))?;
    window.wait_text("Il n’y a plus de doublon.")?;
    window.click(&By::button("Fermer").inside(&By::any("dialog")))?;
    window.click(&By::role_with("link", CLIENT))?;
    window.wait_text("06 12 34 56 78")?;
    window.find(&By::css("main strong"))?;
    window.step("merged")
}

/// The same appointment, by the coach's clock and by the client's.
fn live_by_another_clock(window: &Window) -> Outcome {
    window.click(&By::button("Modifier"))?;
    let form = By::any("dialog");
    window.fill(&By::field("Fuseau horaire").inside(&form), "Toronto")?;
    window.click(&By::role("option", "America/Toronto"))?;
    window.click(&By::button("Enregistrer").inside(&form))?;
    window.wait_gone(&form)?;
    book(window, "14:00")?;
    go(window, "Clients")?;
    window.click(&By::role_with("link", CLIENT))?;
    window.wait_text("08:00 – 09:00, heure de Toronto")?;
    window.step("two-clocks")
}
