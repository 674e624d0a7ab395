//! How long a change of month takes in the real window, from the click to what is painted, with 300 appointments in each.
//!
//! `month`, with `VIRTUS_E2E_APP` naming the application; `docs/performance.md` says how to run it. Leaves out the first
//! opening of the page, which is not a change of month.
#![allow(clippy::print_stdout, reason = "a program of the command line")]

use std::thread::sleep;
use std::time::Duration;

use e2e::{By, Demonstration, Outcome, Trouble, Window, Words, tour};
use serde_json::{Value, json};

/// Books ten appointments of half an hour on each of 30 days in the second and third month from now.
const FILL: &str = include_str!("fill.js");
/// Clicks and waits until the frame that shows other appointments has been painted.
const TURN: &str = include_str!("turn.js");
/// Paints the whole window anew.
const REPAINT: &str = include_str!("repaint.js");
const TIMES: usize = 40;
/// What a person takes at least before the next click.
const REST: Duration = Duration::from_millis(400);

/// Milliseconds from the click until the elements stand, have their places, and are painted.
struct Turn([f64; 3]);

fn main() -> Outcome {
    let demonstration = Demonstration::open("month", "fr")?;
    let window = &demonstration.app.window;
    let words = Words::read("fr")?;
    demonstration.wear("fr", "light")?;
    window.resize(1440, 900)?;
    let booked = window.run(FILL, &json!([]))?;
    tour::go(window, &words, "nav_planning")?;
    let views = By::role("radiogroup", words.get("view_label")?);
    window.click(&By::text(words.get("view_month")?).inside(&views))?;
    let (next, previous) = (words.get("period_next")?, words.get("period_previous")?);
    sleep(REST);
    let mut first = Vec::new();
    for _ in 0..3 {
        first.push(measure(window, TURN, next)?);
    }
    let mut again = Vec::with_capacity(TIMES);
    let mut alone = Vec::with_capacity(TIMES);
    for _ in 0..TIMES / 2 {
        again.push(measure(window, TURN, previous)?);
        again.push(measure(window, TURN, next)?);
        alone.push(measure(window, REPAINT, "")?);
    }
    println!("{booked} appointments booked, 300 in each of two months");
    println!("| milliseconds | fastest | median of {TIMES} | slowest |");
    println!("|---|---:|---:|---:|");
    tell("the first time, painted", &first[2..], 2);
    for (part, name) in ["elements", "and places", "and painted"].iter().enumerate() {
        tell(name, &again, part);
    }
    tell("a repaint of the window, nothing changed", &alone, 2);
    Ok(())
}

fn measure(window: &Window, script: &str, button: &str) -> Outcome<Turn> {
    let took: Value = window.run(script, &json!([button]))?;
    sleep(REST);
    let part = |index: usize| took[index].as_f64();
    match (part(0), part(1), part(2)) {
        (Some(drawn), Some(placed), Some(painted)) => Ok(Turn([drawn, placed, painted])),
        _ => Err(Trouble::new(format!("the month did not change: {took}"))),
    }
}

/// A row of the table: fastest, median and slowest of one part.
fn tell(what: &str, turns: &[Turn], part: usize) {
    let mut all: Vec<f64> = turns.iter().map(|turn| turn.0[part]).collect();
    all.sort_by(f64::total_cmp);
    println!(
        "| {what} | {:.0} | {:.0} | {:.0} |",
        all[0],
        all[all.len() / 2],
        all[all.len() - 1]
    );
}
