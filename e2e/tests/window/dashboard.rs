//! The dashboard: the day, what comes next with the time that is left, and what waits for the coach.

use e2e::{By, Outcome};

use crate::play::{CLIENT, MORNING, Play, add_client, book, go};

#[test]
fn the_dashboard_counts_the_day_and_the_time_that_is_left_and_asks_how_a_session_went() -> Outcome {
    let play = Play::new("dashboard")?;
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    add_client(window)?;
    book(window, "14:00")?;
    go(window, "Tableau de bord")?;
    let today = By::role("region", "Rendez-vous du jour");
    let line = By::role_with("button", CLIENT).inside(&today);
    let unfold = By::role("button", "Rendez-vous du jour 1");
    window.find(&line)?;
    window.click(&unfold)?;
    window.wait_gone(&line)?;
    window.click(&unfold)?;
    window.find(&line)?;
    let left = window.text_of(&By::any("timer"))?;
    assert!(
        left.starts_with("3 h 1"),
        "at 10:48 it is three hours and ten minutes to 14:00: {left}"
    );
    window.wait_text("La salle ouvre dans")?;
    window.step("ahead")?;
    app.quit()?;

    let app = play.open("2027-03-02T14:30:00Z")?;
    let window = &app.window;
    let asked = By::role("region", "Comment ces rendez-vous se sont-ils passés ?");
    window.find(&By::text("mardi 2 mars, 14:00").inside(&asked))?;
    window.step("over")?;
    window.click(&By::button(&format!("Terminé : {CLIENT}")).inside(&asked))?;
    window.wait_text(&format!("Le rendez-vous avec {CLIENT} est terminé."))?;
    window.wait_gone(&By::role("region", "À votre attention"))
}
