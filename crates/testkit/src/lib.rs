//! What tests are made with; no crate depends on it outside tests.

pub mod daily;
pub mod day;
pub mod desk;
pub mod store_suite;
pub mod web_host;
