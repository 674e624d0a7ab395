//! Fetches calendars of others from their addresses.
//!
//! https alone, a few redirects that stay so, one deadline for all, one size. What comes is bytes: whether they are a
//! calendar is for `interchange` to say. Addresses are secrets: none is in an error or in the log.

mod address;
mod fetch;

pub use address::{BadAddress, parse};
pub use fetch::{Copy, Fetched, Fetcher, Limits, NotFetched};
