//! The TypeScript bindings, written by a test of the app, which otherwise compares them.

use crate::{Outcome, cargo, command};

/// Writes them anew.
pub fn write() -> Outcome {
    let mut test = cargo::cargo();
    test.args(["test", "--quiet"])
        .args(cargo::APP)
        .args(["--lib", "bindings"]);
    command::run(test.env("VIRTUS_WRITE_BINDINGS", "1"))
}
