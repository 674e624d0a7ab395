//! Short stories through the real store, the stand-in for Daily, and a clock that stands still until it is turned.
#![expect(clippy::unwrap_used, reason = "helpers of tests panic, as tests do")]

mod booking;
mod cleanup;
mod client;
mod client_record;
mod first_run;
mod interrupted;
mod meeting;
mod prospects;
mod reminders;
mod rooms;
mod scene;
mod scheduler;
mod series;
mod setting_up;
