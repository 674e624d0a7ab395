//! What we write, read by programs that are not ours, and kept by a server that is not ours; what we read, read by them. Nothing is skipped: without
//! the programs (`cargo xtask test` installs them) the tests fail.
#![expect(clippy::unwrap_used, reason = "helpers of tests panic, as tests do")]

mod busy;
mod calendar;
mod paper;
mod python;
mod sample;
mod server;
