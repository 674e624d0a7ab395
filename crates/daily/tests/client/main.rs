//! The client against the stand-in: every rule of Daily's REST documentation it relies on, and every way
//! the network can fail it. What the client cannot say wrongly is tested on the stand-in itself.
#![expect(clippy::unwrap_used, reason = "tests")]

mod account;
mod lists;
mod lost;
mod people;
mod proxies;
mod refusals;
mod rooms;
mod secrets;
mod stage;
mod strange;
mod tls;
mod tokens;
