//! The real window on a virtual screen, with everything around it that a desktop has.

use crate::package::Purpose;
use crate::{Outcome, cargo, place, rust_tests, system, ui};

/// From nothing: what is missing is installed and built first.
pub fn alone(filter: &[&str]) -> Outcome {
    build()?;
    match tests(filter)? {
        (_, 0) => Ok(()),
        (passed, failed) => Err(format!("{passed} passed, {failed} failed; see {}", artefacts())),
    }
}

/// All that the tests and the pictures need.
pub fn build() -> Outcome {
    system::prepare(Purpose::Test)?;
    ui::build()?;
    cargo::build()
}

/// The tests, on what is built; how many passed and failed.
pub fn tests(filter: &[&str]) -> Outcome<(u32, u32)> {
    if !cfg!(target_os = "linux") {
        return Err("The real window is driven on Linux only.".to_owned());
    }
    let mut selection = vec!["--filterset", "package(e2e)"];
    selection.extend(filter);
    let (passed, failed) = rust_tests::nextest(&selection, |command| {
        command.env("VIRTUS_E2E_APP", place::program("virtus-planning"));
    })?;
    if failed > 0 {
        println!("  pictures and logs are in {}", artefacts());
    }
    Ok((passed, failed))
}

fn artefacts() -> String {
    place::target().join("e2e-artefacts").display().to_string()
}
