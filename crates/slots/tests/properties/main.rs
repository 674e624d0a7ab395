//! The engine against an oracle that walks minute by minute and shares no code with it.
//!
//! `PROPTEST_CASES=20000 cargo test --release -p slots --test properties` for a long run.
#![allow(clippy::unwrap_used)]

mod case;
mod laws;
mod oracle;
