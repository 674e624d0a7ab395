//! The stand-in asked directly, above all in ways the client cannot: wrong keys, wrong names, wrong
//! properties. The shapes of the answers are those of Daily's REST documentation, "Errors".
#![expect(clippy::unwrap_used, reason = "tests")]

mod account;
mod people;
mod program;
mod raw;
mod rooms;
mod tokens;
mod values;
