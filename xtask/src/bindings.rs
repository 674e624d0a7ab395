//! The TypeScript bindings, written by a test of the app, which otherwise compares them.

use crate::{Outcome, cargo, command};

/// Writes them anew.
pub fn write() -> Outcome {
    command::run(
        cargo::cargo()
            .args([
                "test",
                "--quiet",
                "--package=virtus-planning",
                "--lib",
                "--features=virtus-planning/custom-protocol",
            ])
            .arg("bindings")
            .env("VIRTUS_WRITE_BINDINGS", "1"),
    )
}
