//! The calendar under the mouse and under the keys: what is dragged is saved, what cannot be is told and put back.

use std::time::Duration;

use e2e::{By, Outcome, Point, Window, keys};

use crate::play::{CLIENT, MORNING, Play, add_client, book, go};

#[test]
fn the_mouse_moves_lengthens_and_makes_appointments_each_with_a_way_back() -> Outcome {
    let play = Play::new("mouse")?;
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    window.resize(1440, 900)?;
    add_client(window)?;
    book(window, "14:00")?;
    book(window, "16:30")?;
    show_week(window)?;

    // An hour is as high as the session that lasts one.
    let (top, bottom) = window.corners(&at("14:00"))?;
    let hour = bottom.1 - top.1;
    let grip = (top.0 + 40, top.1 + 6);
    window.drag(&[grip, below(grip, hour / 4), below(grip, hour / 2)])?;
    window.wait_text(&format!(
        "Le rendez-vous avec {CLIENT} est déplacé au mardi 2 mars, 14:30."
    ))?;
    window.step("moved")?;
    window.chord(&[keys::CONTROL, 'z'])?;
    window.find(&at("14:00"))?;

    // The lower edge is the grip for its length.
    window.focus(&at("14:00"))?;
    let (_, corner) = window.corners(&at("14:00"))?;
    let edge = (top.0 + 40, corner.1 - 2);
    window.drag(&[edge, below(edge, hour / 4), below(edge, hour / 2)])?;
    window.wait_text(&format!("{CLIENT} : désormais 14:00 – 15:30."))?;
    window.step("lengthened")?;
    window.chord(&[keys::CONTROL, 'z'])?;
    window.wait_for("its old length", Duration::from_secs(10), || {
        let (top, bottom) = window.corners(&at("14:00")).ok()?;
        (bottom.1 - top.1 <= hour + 2).then_some(())
    })?;

    // Onto the other: refused, and back where it was.
    let (top, _) = window.corners(&at("14:00"))?;
    let grip = (top.0 + 40, top.1 + 6);
    window.drag(&[grip, below(grip, hour), below(grip, hour * 2)])?;
    window.wait_text("Vous avez déjà un rendez-vous avec")?;
    window.step("refused")?;
    window.find(&at("14:00"))?;

    // On empty time the wizard begins there.
    let (top, _) = window.corners(&at("14:00"))?;
    let free = (top.0 + 40, top.1 - hour * 3 + 4);
    window.drag(&[free, below(free, hour / 2), below(free, hour - 8)])?;
    let wizard = By::role("dialog", "Nouveau rendez-vous");
    window.click(&By::role_with("button", CLIENT).inside(&wizard))?;
    window.click(&By::button("Continuer").inside(&wizard))?;
    window.click(&By::button("Créer le rendez-vous").inside(&wizard))?;
    window.wait_text(&format!("Rendez-vous pris : {CLIENT}, mardi 2 mars, 11:00."))?;
    window.find(&at("11:00"))?;
    window.step("made")?;

    let (top, _) = window.corners(&at("14:00"))?;
    window.right_click((top.0 + 40, top.1 + 6))?;
    window.step("menu")?;
    window.click(&By::role("menuitem", "Ouvrir"))?;
    window.find(&By::role_with("dialog", CLIENT)).map(drop)
}

#[test]
fn two_clicks_on_empty_time_begin_an_appointment_there_in_every_view() -> Outcome {
    let play = Play::new("double-click")?;
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    window.resize(1440, 900)?;
    add_client(window)?;
    book(window, "14:00")?;
    show_week(window)?;
    for view in ["Semaine", "Jour"] {
        window.click(&By::text(view).inside(&By::role("radiogroup", "Vue")))?;
        window.find(&at("14:00"))?;
        let (top, bottom) = window.corners(&at("14:00"))?;
        let hour = bottom.1 - top.1;
        // One click only chooses the day.
        let free = (top.0 + 40, bottom.1 + hour / 2 + 4);
        window.drag(&[free])?;
        assert!(
            !window.shows(&By::any("dialog"))?,
            "one click in {view} begins nothing"
        );
        click_twice(window, free)?;
        begins_at(window, "mardi 2 mars, 15:30")?;
        window.step(view)?;
        leave(window)?;
    }
    window.click(&By::text("Mois").inside(&By::role("radiogroup", "Vue")))?;
    let (top, bottom) = window.corners(&By::css("[data-date='2027-03-09']"))?;
    click_twice(window, (i64::midpoint(top.0, bottom.0), bottom.1 - 8))?;
    let wizard = By::role("dialog", "Nouveau rendez-vous");
    window.click(&By::role_with("button", CLIENT).inside(&wizard))?;
    window.click(&By::button("Continuer").inside(&wizard))?;
    window.find(&By::text("mardi 9 mars").inside(&wizard)).map(drop)
}

/// Until the wizard opens: a driver on a busy computer takes too long between two clicks for them to be a double one.
fn click_twice(window: &Window, at: Point) -> Outcome {
    window.wait_for("the wizard to open", Duration::from_secs(20), || {
        std::thread::sleep(Duration::from_secs(1));
        window.double_click(at).ok()?;
        std::thread::sleep(Duration::from_secs(1));
        window.shows(&By::any("dialog")).ok()?.then_some(())
    })
}

/// The wizard is open and knows when; the rest is answered to read that.
fn begins_at(window: &Window, when: &str) -> Outcome {
    let wizard = By::role("dialog", "Nouveau rendez-vous");
    window.click(&By::role_with("button", CLIENT).inside(&wizard))?;
    window.click(&By::button("Continuer").inside(&wizard))?;
    window.find(&By::button("Créer le rendez-vous").inside(&wizard))?;
    window.wait_text(when)
}

fn leave(window: &Window) -> Outcome {
    window.press(&[keys::ESCAPE])?;
    window.click(&By::button("Abandonner la saisie"))?;
    window.wait_gone(&By::any("dialog"))
}

#[test]
fn the_keys_alone_move_and_reopen_an_appointment() -> Outcome {
    let play = Play::new("keyboard")?;
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    window.resize(1440, 900)?;
    add_client(window)?;
    book(window, "14:00")?;
    show_week(window)?;

    window.focus(&at("14:00"))?;
    for _ in 0..2 {
        window.chord(&[keys::ALT, keys::DOWN])?;
    }
    window.wait_text(&format!(
        "Le rendez-vous avec {CLIENT} est déplacé au mardi 2 mars, 14:30."
    ))?;
    window.step("moved")?;
    window.wait_for("the focus to stay", Duration::from_secs(5), || {
        let focused = "return document.activeElement?.closest('[data-appointment]') !== null";
        let answer = window.run(focused, &serde_json::json!([])).ok()?;
        (answer == true).then_some(())
    })?;
    window.press(&[keys::ENTER])?;
    window.find(&By::role_with("dialog", CLIENT))?;
    window.press(&[keys::ESCAPE])?;
    window.wait_gone(&By::any("dialog"))?;
    window.chord(&[keys::CONTROL, 'z'])?;
    window.find(&at("14:00"))?;
    window.step("taken-back")
}

fn show_week(window: &Window) -> Outcome {
    go(window, "Planning")?;
    window.click(&By::text("Semaine").inside(&By::role("radiogroup", "Vue")))?;
    window.find(&at("14:00")).map(drop)
}

/// The session that begins at that time, in the calendar.
fn at(time: &str) -> By {
    By::role_with("button", &format!("{time} – ")).inside(&By::css(".planning-grid"))
}

fn below((x, y): Point, by: i64) -> Point {
    (x, y + by)
}
