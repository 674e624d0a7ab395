//! How long a change of month takes in the real window, from the click to what is painted, with 300 appointments in each.
//!
//! `month`, with `VIRTUS_E2E_APP` naming the application; `docs/performance.md` says how to run it. Leaves out the first
//! opening of the page, which is not a change of month.
#![allow(clippy::print_stdout, reason = "a program of the command line")]

use e2e::{By, Demonstration, Outcome, Trouble, Window, Words, tour};
use serde_json::{Value, json};

/// Books ten appointments of half an hour on each of 30 days in the second and third month from now.
const FILL: &str = include_str!("fill.js");
/// Clicks and waits until the frame that shows other appointments has been painted; answers milliseconds.
const TURN: &str = include_str!("turn.js");
const TURNS: usize = 20;

fn main() -> Outcome {
    let demonstration = Demonstration::open("month")?;
    let window = &demonstration.app.window;
    let words = Words::read("fr")?;
    demonstration.wear("fr", "light")?;
    window.resize(1440, 900)?;
    let booked = window.run(FILL, &json!([]))?;
    tour::go(window, &words, "nav_planning")?;
    let views = By::role("radiogroup", words.get("view_label")?);
    window.click(&By::text(words.get("view_month")?).inside(&views))?;
    let (next, previous) = (words.get("period_next")?, words.get("period_previous")?);
    let first = [turn(window, next)?, turn(window, next)?, turn(window, next)?];
    let mut again = Vec::with_capacity(TURNS);
    for _ in 0..TURNS / 2 {
        again.push(turn(window, previous)?);
        again.push(turn(window, next)?);
    }
    again.sort_by(f64::total_cmp);
    println!("{booked} appointments booked, 300 in each of two months");
    println!("  first time: {:.0} ms", first[2]);
    println!(
        "  again, {TURNS} times: median {:.0} ms, slowest {:.0} ms",
        again[TURNS / 2],
        again[TURNS - 1]
    );
    Ok(())
}

fn turn(window: &Window, button: &str) -> Outcome<f64> {
    let took: Value = window.run(TURN, &json!([button]))?;
    took.as_f64()
        .ok_or_else(|| Trouble::new(format!("the month did not change: {took}")))
}
