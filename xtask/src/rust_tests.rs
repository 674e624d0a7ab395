//! Rust's tests, through nextest, which runs each in a process of its own; and the examples in documentation, which
//! nextest does not run.

use std::process::Command;

use crate::cargo::{EVERYTHING, cargo};
use crate::command::Voice;
use crate::tools::{self, Tool};
use crate::{Outcome, command};

const NEXTEST: Tool = Tool {
    name: "cargo-nextest",
    version: "0.9.143",
};

/// How often the writing program is killed: as many times as the product promises, where a plain run is content with less.
const KILLS: &str = "200";

/// All but the end-to-end tests; how many passed and failed.
pub fn inside() -> Outcome<(u32, u32)> {
    nextest(&["--filterset", "not package(e2e)"], |tests| {
        tests.env("VIRTUS_KILLS", KILLS);
    })
}

/// Runs the selected tests; `prepare` may add to the command.
pub fn nextest(selection: &[&str], prepare: impl FnOnce(&mut Command)) -> Outcome<(u32, u32)> {
    tools::find(&NEXTEST).map(drop)?;
    let mut nextest = command::command(tools::find(&NEXTEST)?);
    nextest
        .args(["nextest", "run"])
        .args(EVERYTHING)
        .args(["--no-fail-fast", "--color=never"])
        .args(selection);
    nextest.env("SQLX_OFFLINE", "true").env_remove("DATABASE_URL");
    prepare(&mut nextest);
    let (succeeded, said) = command::listen(&mut nextest, Voice::Errors)?;
    let Some((passed, failed)) = said.iter().rev().find_map(|line| summary(line)) else {
        return Err("the tests did not come to run".to_owned());
    };
    // Something else than a test may have gone wrong: never call that a success.
    Ok((passed, if succeeded { failed } else { failed.max(1) }))
}

/// The examples in documentation; how many passed and failed.
pub fn examples() -> Outcome<(u32, u32)> {
    let mut test = cargo();
    test.args(["test", "--doc", "--quiet"]).args(EVERYTHING);
    let (succeeded, said) = command::listen(&mut test, Voice::Output)?;
    let (passed, failed) = said
        .iter()
        .filter_map(|line| result(line))
        .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    Ok((passed, if succeeded { failed } else { failed.max(1) }))
}

/// `Summary [   0.01s] 5 tests run: 3 passed (1 slow), 1 failed, 1 timed out, 0 skipped`; what ran and did not pass
/// has failed, whatever the name of its failure.
fn summary(line: &str) -> Option<(u32, u32)> {
    let (run, outcome) = line
        .trim()
        .strip_prefix("Summary [")?
        .split_once(']')?
        .1
        .split_once(" run: ")?;
    // `3/5 tests run` when it was cancelled.
    let run: u32 = run
        .split_whitespace()
        .next()?
        .split('/')
        .next_back()?
        .parse()
        .ok()?;
    let passed: u32 = outcome.split_once(" passed")?.0.trim().parse().ok()?;
    Some((passed, run.saturating_sub(passed)))
}

/// `test result: ok. 3 passed; 0 failed; …`
fn result(line: &str) -> Option<(u32, u32)> {
    let counts = line.trim().strip_prefix("test result: ")?.split_once(". ")?.1;
    let mut numbers = counts
        .split(';')
        .map(|part| part.split_whitespace().next().and_then(|n| n.parse().ok()));
    Some((numbers.next()??, numbers.next()??))
}

#[cfg(test)]
mod tests {
    use super::{result, summary};

    #[test]
    fn totals_are_read_from_what_the_runners_say() {
        assert_eq!(
            summary("     Summary [   0.012s] 3 tests run: 3 passed, 0 skipped"),
            Some((3, 0))
        );
        assert_eq!(
            summary("Summary [ 1s] 5 tests run: 3 passed (1 slow), 1 failed, 1 timed out, 0 skipped"),
            Some((3, 2))
        );
        assert_eq!(
            summary("Summary [ 1s] 1/4 tests run: 1 passed, 0 skipped"),
            Some((1, 3)),
            "the cancelled count too"
        );
        assert_eq!(summary("        PASS [   0.005s] slots zone::spring"), None);
        assert_eq!(
            result("test result: ok. 4 passed; 1 failed; 0 ignored; 0 measured"),
            Some((4, 1))
        );
    }
}
