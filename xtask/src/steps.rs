//! A list of checks that goes on after a failure, and its totals.

use std::time::Instant;

use crate::Outcome;

/// What was counted so far.
#[derive(Default)]
pub struct Steps {
    passed: u32,
    failed: u32,
    failures: Vec<String>,
}

/// Whether a step passed, for those that need it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Passed(pub bool);

impl Steps {
    /// A check that counts as one.
    pub fn check(&mut self, name: &str, act: impl FnOnce() -> Outcome) -> Passed {
        self.tests(name, || act().map(|()| (1, 0)))
    }

    /// A step that counts as many tests as it ran.
    pub fn tests(&mut self, name: &str, act: impl FnOnce() -> Outcome<(u32, u32)>) -> Passed {
        println!("\n▶ {name}");
        let start = Instant::now();
        let (passed, failed) = act().unwrap_or_else(|sentence| {
            println!("  {sentence}");
            (0, 1)
        });
        let (sign, seconds) = (if failed == 0 { '✓' } else { '✗' }, start.elapsed().as_secs_f32());
        println!("{sign} {name}: {passed} passed, {failed} failed ({seconds:.1} s)");
        self.passed += passed;
        self.failed += failed;
        if failed > 0 {
            self.failures.push(name.to_owned());
        }
        Passed(failed == 0)
    }

    /// A step that makes no sense without another: counted as failed when that did not pass.
    pub fn after(&mut self, needed: Passed, name: &str, act: impl FnOnce() -> Outcome<(u32, u32)>) -> Passed {
        self.tests(name, || {
            if needed.0 {
                act()
            } else {
                Err("not run: what it needs has failed".to_owned())
            }
        })
    }

    /// Prints the totals, the last line of all; whether everything passed.
    pub fn finish(self, seconds: u64) -> bool {
        println!("\n{} min {} s", seconds / 60, seconds % 60);
        if !self.failures.is_empty() {
            println!("failed: {}", self.failures.join(", "));
        }
        println!("{} passed, {} failed", self.passed, self.failed);
        self.failed == 0
    }
}

#[cfg(test)]
mod tests {
    use super::{Passed, Steps};

    #[test]
    fn a_failure_stops_only_what_needs_it() {
        let mut steps = Steps::default();
        let built = steps.check("build", || Err("no compiler".to_owned()));
        assert!(built == Passed(false));
        steps.after(built, "tests", || Ok((3, 0)));
        steps.tests("other", || Ok((2, 1)));
        assert_eq!(
            (steps.passed, steps.failed),
            (2, 3),
            "what could not run has failed, and counts"
        );
        assert_eq!(steps.failures, ["build", "tests", "other"]);
    }
}
