//! The slot engine, alone and with its queries: criterion measures, and the tables are made of what it leaves in its files.

use std::fs;
use std::path::Path;

use crate::{Outcome, cargo, command, place};

const STORED: [&str; 4] = ["100", "1000", "10000", "100000"];
const DAYS: [&str; 4] = ["1", "30", "90", "365"];

/// The engine alone: `cargo bench -p slots`.
pub fn alone() -> Outcome<String> {
    command::run(cargo::cargo().args(["bench", "--quiet", "--package=slots", "--", "free_slots"]))?;
    tables("free_slots")
}

/// The engine with its queries: `cargo bench -p store -- slots`.
pub fn with_queries() -> Outcome<String> {
    command::run(cargo::cargo().args(["bench", "--quiet", "--package=store", "--", "slots"]))?;
    tables("slots with queries")
}

fn tables(group: &str) -> Outcome<String> {
    let usual = table(&format!("{group}_Usual"), "stored, usual")?;
    let crowded = table(&format!("{group}_Crowded"), "stored, crowded")?;
    Ok(format!("{usual}\n\n{crowded}"))
}

fn table(group: &str, title: &str) -> Outcome<String> {
    let folder = place::target().join("criterion").join(group);
    let mut rows = vec![
        format!("| {title} | 1 day | 30 days | 90 days | 365 days |"),
        "|---:|---:|---:|---:|---:|".to_owned(),
    ];
    for stored in STORED {
        let times: Outcome<Vec<String>> = DAYS
            .iter()
            .map(|days| median(&folder.join(stored).join(days)).map(words))
            .collect();
        rows.push(format!("| {stored} | {} |", times?.join(" | ")));
    }
    Ok(rows.join("\n"))
}

/// The median in nanoseconds, from criterion's own file.
fn median(folder: &Path) -> Outcome<f64> {
    let file = folder.join("new").join("estimates.json");
    let told = |what: &str| format!("{}: {what}", file.display());
    let text = fs::read_to_string(&file).map_err(|error| told(&error.to_string()))?;
    estimate(&text).ok_or_else(|| told("no median in it"))
}

/// The estimate that follows `"median"`; xtask has no JSON reader, and wants one number.
fn estimate(text: &str) -> Option<f64> {
    let median = text.split_once("\"median\":")?.1;
    let number = median.split_once("\"point_estimate\":")?.1.trim_start();
    let end = number.find([',', '}'])?;
    number[..end].trim().parse().ok()
}

/// With two or three figures, in the unit one would say it in.
fn words(nanoseconds: f64) -> String {
    let microseconds = nanoseconds / 1e3;
    match microseconds {
        few if few < 10.0 => format!("{few:.1} µs"),
        some if some < 1_000.0 => format!("{some:.0} µs"),
        many => format!("{:.2} ms", many / 1e3),
    }
}

#[cfg(test)]
mod tests {
    use super::{estimate, words};

    #[test]
    fn the_median_is_read_and_not_the_mean() {
        let text = r#"{"mean":{"point_estimate":1.5},"median":{"confidence_interval":{"lower_bound":2.0},"point_estimate":2345.6,"standard_error":0.1}}"#;
        assert_eq!(estimate(text), Some(2345.6));
        assert_eq!(estimate("{}"), None);
    }

    #[test]
    fn times_are_said_in_the_unit_they_are_read_in() {
        assert_eq!(words(612.0), "0.6 µs");
        assert_eq!(words(13_400.0), "13 µs");
        assert_eq!(words(2_664_000.0), "2.66 ms");
    }
}
