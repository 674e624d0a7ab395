//! Cargo's own steps.
//!
//! Clippy, build and tests all take the same packages, targets and features: Cargo then compiles every dependency
//! once for checking and once for running, and not once more for each selection.

use std::process::Command;

use crate::{Outcome, command};

/// All packages, with the interface inside the binary.
pub const EVERYTHING: [&str; 3] = ["--workspace", "--features", "virtus-planning/custom-protocol"];

/// The app, with the interface inside, and the stand-in for Daily: what `run` needs. The stand-in is always there:
/// another selection of packages would mean other features, and everything compiled again.
pub const APP: [&str; 3] = [
    "--package=virtus-planning",
    "--package=testkit",
    "--features=virtus-planning/custom-protocol",
];

/// The cargo that started us.
pub fn cargo() -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = command::command(program);
    // Queries are checked against the committed data, whatever database the person's shell points at.
    command.env("SQLX_OFFLINE", "true").env_remove("DATABASE_URL");
    command
}

/// Formats, or only checks.
pub fn format(check: bool) -> Outcome {
    let mut fmt = cargo();
    fmt.args(["fmt", "--all"]);
    if check {
        fmt.arg("--check");
    }
    command::run(&mut fmt)
}

/// Clippy over everything, no warning allowed.
pub fn lint() -> Outcome {
    command::run(
        cargo()
            .arg("clippy")
            .args(EVERYTHING)
            .args(["--all-targets", "--", "-D", "warnings"]),
    )
}

/// Builds everything that tests and the real window need.
pub fn build() -> Outcome {
    command::run(cargo().arg("build").args(EVERYTHING).args(["--bins", "--tests"]))
}
