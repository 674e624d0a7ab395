//! `cargo xtask test`: everything that must hold, in one command; CI runs nothing else.
//!
//! The quick checks come first. The bindings are compared by a test of the app's own.

use std::process::ExitCode;
use std::time::Instant;

use crate::package::Purpose;
use crate::steps::Steps;
use crate::{cargo, deny, e2e, queries, rust_tests, system, ui};

/// Runs every step, prints the totals.
pub fn run() -> ExitCode {
    let start = Instant::now();
    let mut steps = Steps::default();
    let ready = steps.check("system packages, Node, Rust", || system::prepare(Purpose::Test));
    steps.check("Rust formatting", || cargo::format(true));

    let interface = steps.check("interface: install and build", ui::build);
    steps.after(interface, "interface: types", || ui::types().map(one));
    steps.after(interface, "interface: Biome", || ui::lint().map(one));
    steps.after(interface, "interface: Vitest", ui::test);

    steps.check("clippy", cargo::lint);
    let built = steps.after(ready, "build", || cargo::build().map(one));
    steps.after(built, "Rust tests", rust_tests::inside);
    steps.after(built, "examples in documentation", rust_tests::examples);
    steps.check("queries against the migrations", queries::check);
    steps.check("walls, licences, sources", deny::check);
    steps.after(interface, "licences in the window", || {
        ui::licences(&["--check"]).map(one)
    });
    steps.after(built, "end to end", || e2e::tests(&[]));

    let all_passed = steps.finish(start.elapsed().as_secs());
    if all_passed {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn one((): ()) -> (u32, u32) {
    (1, 0)
}
