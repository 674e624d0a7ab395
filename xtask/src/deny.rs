//! The walls between crates, the licences, the sources: cargo-deny with `deny.toml`.
//!
//! Leaves out known vulnerabilities: their database is a download, and a test must not depend on one.

use crate::tools::{self, Tool};
use crate::{Outcome, command};

const DENY: Tool = Tool {
    name: "cargo-deny",
    version: "0.20.2",
};

/// Checks.
pub fn check() -> Outcome {
    let deny = tools::find(&DENY)?;
    command::run(command::command(deny).args([
        "--workspace",
        "--all-features",
        "check",
        "bans",
        "licenses",
        "sources",
    ]))
}
