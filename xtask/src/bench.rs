//! `cargo xtask bench`: everything that docs/performance.md tells, measured anew in one run on one machine.
//!
//! Each part writes the table between its own two marks in that document and leaves the words around it alone. Asserts
//! nothing: figures are for people, who know what else the machine was doing.

mod engine;
mod page;
mod size;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::Voice;
use crate::{Outcome, cargo, command, e2e, place};

/// Measures something, and answers its table.
type Measure = fn() -> Outcome<String>;

/// What can be measured, in the order in which it is; the name of each is also that of its marks.
const PARTS: &[(&str, Measure)] = &[
    ("window", window),
    ("size", size::table),
    ("month", month),
    ("reads", reads),
    ("queries", engine::with_queries),
    ("engine", engine::alone),
];

/// Measures the parts that are named, or all.
pub fn run(words: &[&str]) -> Outcome {
    let names: Vec<&str> = PARTS.iter().map(|(name, _)| *name).collect();
    if let Some(unknown) = words.iter().find(|word| !names.contains(word)) {
        return Err(format!(
            "`bench` does not measure `{unknown}`; it measures {}",
            names.join(", ")
        ));
    }
    if !cfg!(target_os = "linux") {
        return Err("Windows are measured on Linux only, on a virtual screen.".to_owned());
    }
    e2e::build()?;
    command::run(&mut release())?;
    let machine = machine();
    for (name, measure) in PARTS {
        if words.is_empty() || words.contains(name) {
            println!("measuring: {name}");
            page::write(name, &format!("{}\n\n{machine}", measure()?.trim_end()))?;
        }
    }
    Ok(())
}

/// What builds this application and the empty window, together: what both stand on is compiled once, and the same for both.
pub fn release() -> Command {
    let mut build = cargo::cargo();
    build.args([
        "build",
        "--release",
        "--locked",
        "--package=virtus-planning",
        "--package=empty-window",
        "--bins",
        "--features=virtus-planning/custom-protocol,empty-window/custom-protocol",
    ]);
    build
}

fn window() -> Outcome<String> {
    table_of("compare")
}

fn month() -> Outcome<String> {
    table_of("month")
}

/// The table that a program of the stage prints.
fn table_of(program: &str) -> Outcome<String> {
    let mut command = command::command(place::program(program));
    command
        .env("VIRTUS_E2E_APP", released("virtus-planning"))
        .env("VIRTUS_EMPTY_WINDOW", released("empty-window"));
    table_from(&mut command)
}

fn reads() -> Outcome<String> {
    let mut bench = cargo::cargo();
    table_from(bench.args(["bench", "--quiet", "--package=store", "--", "reads"]))
}

fn table_from(command: &mut Command) -> Outcome<String> {
    let (succeeded, said) = command::listen(command, Voice::Output)?;
    let rows: Vec<&str> = said
        .iter()
        .map(String::as_str)
        .filter(|line| line.starts_with('|'))
        .collect();
    if succeeded && rows.len() > 2 {
        Ok(rows.join("\n"))
    } else {
        Err(format!("`{}` measured nothing", command::words(command)))
    }
}

/// A program of the release profile.
pub fn released(name: &str) -> PathBuf {
    place::target().join("release").join(name)
}

/// What it was measured on, and when.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let told = std::fs::read_to_string(Path::new("/proc/cpuinfo")).unwrap_or_default();
    let model = told.lines().find_map(|line| line.strip_prefix("model name"));
    let model = model.map_or("unknown", |rest| rest.trim_start_matches([' ', '\t', ':']));
    let day = command::ask(command::command("date").arg("+%Y-%m-%d")).unwrap_or_default();
    format!("*{cores} cores of {model}, {}.*", day.trim())
}
