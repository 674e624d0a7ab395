//! The program among the others of a desktop: tray, second start, links, start at login.

use std::fs;
use std::time::Duration;

use e2e::{By, Outcome, Trouble, While, wait_until};

use crate::daily::KEY;
use crate::play::{CLIENT, COACH, MORNING, Play, add_client, book, give_key, go, introduce};

const PATIENCE: Duration = Duration::from_secs(20);

/// How many windows of ours are on the screen.
fn seen(play: &Play) -> Outcome<usize> {
    let titles = play.stage.titles_on_screen()?;
    Ok(titles
        .iter()
        .filter(|title| title.ends_with("Virtus Planning"))
        .count())
}

/// Waits until so many are.
fn wait_seen(play: &Play, windows: usize) -> Outcome {
    wait_until(PATIENCE, &format!("{windows} window(s) on the screen"), || {
        (seen(play).ok()? == windows).then_some(())
    })
}

#[test]
fn closed_it_stays_in_the_tray_from_where_one_joins_books_and_quits() -> Outcome {
    let play = Play::new("tray")?;
    let tray = play.stage.show_tray()?;
    let app = play.open_ready(MORNING)?;
    add_client(&app.window)?;
    book(&app.window, "14:00")?;
    let line = tray.wait_for(CLIENT)?;
    assert!(line.contains("14:00"), "{line}");
    let titles = play.stage.titles_on_screen()?;
    assert!(
        titles
            .iter()
            .any(|title| title.starts_with("14:00 · Léa Dupuis – ")),
        "the title tells what is next: {titles:?}"
    );

    play.stage.close_front_window()?;
    wait_seen(&play, 0)?;
    let told = play
        .stage
        .notifications
        .wait_for("that it goes on", |shown| shown.summary.contains("reste ouvert"))?;
    assert!(app.is_running());
    tray.press("Ouvrir Virtus Planning")?;
    wait_seen(&play, 1)?;
    play.stage.close_front_window()?;
    wait_seen(&play, 0)?;
    tray.press("Nouveau rendez-vous…")?;
    wait_seen(&play, 1)?;
    app.window.find(&By::role("dialog", "Nouveau rendez-vous"))?;
    app.window.step("booking-from-the-tray")?;
    let shown = play.stage.notifications.shown();
    assert_eq!(shown, [told], "said once");
    app.kill()?;

    let app = play.open("2027-03-02T12:51:00Z")?;
    let join = tray.wait_for("Rejoindre")?;
    tray.press(&join)?;
    let opened = wait_until(PATIENCE, "the browser to be asked", || {
        play.stage.opened().first().cloned()
    })?;
    assert!(
        opened.contains(".daily.co/") && opened.contains("?t="),
        "{opened}"
    );
    tray.press("Quitter")?;
    wait_until(PATIENCE, "the program to end", || {
        (!app.is_running()).then_some(())
    })
}

#[test]
fn where_there_is_no_tray_closing_the_window_ends_the_program() -> Outcome {
    let play = Play::new("no-tray")?;
    let app = play.open(MORNING)?;
    introduce(&app.window)?;
    play.stage.close_front_window()?;
    wait_until(PATIENCE, "the program to end", || {
        (!app.is_running()).then_some(())
    })
}

#[test]
fn a_second_start_with_a_link_shows_the_appointment_in_the_first_window() -> Outcome {
    let play = Play::new("second-start")?;
    let binary = std::env::var("VIRTUS_E2E_APP").during("VIRTUS_E2E_APP must name the app's binary")?;
    let environment = play.environment(MORNING, "fr_FR.UTF-8")?;
    let environment: Vec<_> = environment
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    // In the coach's own place: elsewhere, as many may run as one likes.
    let app = play.stage.open_program(&binary, &[], &environment)?;
    let window = &app.window;
    introduce(window)?;
    give_key(window, KEY)?;
    add_client(window)?;
    book(window, "14:00")?;
    go(window, "Planning")?;
    let id = window.attribute(&By::css("[data-appointment]"), "data-appointment")?;
    let id = id.ok_or_else(|| Trouble::new("no appointment is drawn"))?;
    go(window, "Tableau de bord")?;

    play.stage
        .run(&binary, &[&format!("virtus-planning://appointment/{id}")])?;
    window.find(&By::role_with("dialog", CLIENT))?;
    window.step("shown-by-a-link")?;
    assert_eq!(seen(&play)?, 1, "no second window");
    window.press(&[e2e::keys::ESCAPE])?;
    play.stage.run(
        &binary,
        &["virtus-planning://appointment/01890a5d-ac96-774b-bcce-b302099a8057"],
    )?;
    window.wait_text("Ce rendez-vous n’est pas dans votre agenda")?;
    play.stage.run(&binary, &["virtus-planning://client/7?erase"])?;
    window.wait_text("Ce lien n’a pas été compris")?;
    window.step("links-that-lead-nowhere")
}

#[test]
fn it_starts_at_login_when_asked_whatever_its_folder_is_called() -> Outcome {
    let play = Play::new("login")?;
    let binary = std::env::var("VIRTUS_E2E_APP").during("VIRTUS_E2E_APP must name the app's binary")?;
    let environment = play.environment(MORNING, "fr_FR.UTF-8")?;
    let environment: Vec<_> = environment
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let folder = play.stage.home("Mes \"agendas\" à $moi").display().to_string();
    let app = play
        .stage
        .open_program(&binary, &["--data-dir".to_owned(), folder.clone()], &environment)?;
    let window = &app.window;
    introduce(window)?;
    window.click(&By::button("Plus tard"))?;
    window.wait_text(COACH)?;
    go(window, "Paramètres")?;
    window.click(&By::role("tab", "Général"))?;
    let login = By::role_with("switch", "Ouvrir à l’ouverture de la session");
    let entry = play.stage.home(".config/autostart/Virtus Planning.desktop");
    assert!(!entry.exists(), "off until asked");
    window.focus(&login)?;
    window.press(&[' '])?;
    wait_until(PATIENCE, "the entry", || entry.exists().then_some(()))?;
    window.step("on")?;

    // As desktops read it: GLib's own reader of such files, and of the command in them.
    let read = "import json, sys; from gi.repository import Gio, GLib; \
        entry = Gio.DesktopAppInfo.new_from_filename(sys.argv[1]); \
        print(json.dumps(GLib.shell_parse_argv(entry.get_commandline())[1]))";
    let told = play
        .stage
        .run("/usr/bin/python3", &["-c", read, &entry.display().to_string()])?;
    let words: Vec<String> = serde_json::from_str(&told).during("reading what GLib understood")?;
    let program = fs::canonicalize(&binary).during("looking for the app's binary")?;
    assert_eq!(
        words,
        [&program.display().to_string(), "--hidden", "--data-dir", &folder]
    );

    window.focus(&login)?;
    window.press(&[' '])?;
    wait_until(PATIENCE, "the entry to be gone", || {
        (!entry.exists()).then_some(())
    })?;
    assert_eq!(
        fs::read_dir(play.stage.home(".config/autostart")).map_or(0, Iterator::count),
        0
    );
    Ok(())
}
