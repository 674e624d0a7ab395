//! The engine as its callers see it: named days, the failures of other schedulers, and each rule.
#![allow(clippy::unwrap_used, clippy::panic)]

mod check;
mod days;
mod known_failures;
mod recurrence;
mod rules;
mod series;
mod spans;
mod support;
mod zones;
