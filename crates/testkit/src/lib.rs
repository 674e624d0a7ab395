//! What tests are made with; no crate depends on it outside tests.

pub mod daily;
