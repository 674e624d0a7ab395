//! The month under the mouse, and its days closed and opened again.

use e2e::{By, Outcome, Point, Window, keys};

use crate::play::{CLIENT, MORNING, Play, add_client, book, go};

#[test]
fn a_month_is_moved_in_by_mouse_and_keys_and_its_days_are_closed_and_opened() -> Outcome {
    let play = Play::new("month")?;
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    window.resize(1440, 900)?;
    add_client(window)?;
    book(window, "14:00")?;
    go(window, "Planning")?;
    window.click(&By::text("Mois").inside(&By::role("radiogroup", "Vue")))?;
    window.find(&held_on("2027-03-02"))?;

    let from = middle(window, &held_on("2027-03-02"))?;
    let to = middle(window, &day("2027-03-04"))?;
    window.drag(&[from, (from.0 + 20, from.1 + 10), to])?;
    window.wait_text(&format!(
        "Le rendez-vous avec {CLIENT} est déplacé au jeudi 4 mars, 14:00."
    ))?;
    window.step("dragged")?;
    window.chord(&[keys::CONTROL, 'z'])?;
    window.find(&held_on("2027-03-02"))?;

    window.focus(&held_on("2027-03-02"))?;
    window.chord(&[keys::ALT, keys::RIGHT])?;
    window.wait_text(&format!(
        "Le rendez-vous avec {CLIENT} est déplacé au mercredi 3 mars, 14:00."
    ))?;
    window.find(&held_on("2027-03-03"))?;
    window.chord(&[keys::CONTROL, 'z'])?;
    window.find(&held_on("2027-03-02"))?;

    ask(window, "2027-03-05", "Fermer cette journée")?;
    window.wait_text("Fermé : vendredi 5 mars.")?;
    window.find(&By::css("[data-date='2027-03-05'].day-exception"))?;
    window.step("closed")?;
    ask(window, "2027-03-05", "Revenir aux horaires de la semaine")?;
    window.wait_text("Horaires habituels à nouveau : vendredi 5 mars.")?;
    window.wait_gone(&By::css("[data-date='2027-03-05'].day-exception"))
}

fn ask(window: &Window, date: &str, what: &str) -> Outcome {
    window.right_click(middle(window, &day(date))?)?;
    window.click(&By::role("menuitem", what))
}

fn day(date: &str) -> By {
    By::css(&format!(".month-day[data-date='{date}']"))
}

fn held_on(date: &str) -> By {
    By::css(&format!(".month-day[data-date='{date}'] [data-appointment]"))
}

fn middle(window: &Window, by: &By) -> Outcome<Point> {
    let ((left, top), (right, bottom)) = window.corners(by)?;
    Ok((i64::midpoint(left, right), i64::midpoint(top, bottom)))
}
