//! Short stories through the real store, the stand-in for Daily, and a clock that stands still until it is turned.
#![expect(clippy::unwrap_used, reason = "helpers of tests panic, as tests do")]

mod account;
mod announcements;
mod attendance;
mod booking;
mod cleanup;
mod client;
mod client_import;
mod client_record;
mod contacts;
mod duplicates;
mod erasing;
mod examples;
mod export;
mod feeds;
mod first_run;
mod interrupted;
mod mail;
mod meeting;
mod options;
mod prospects;
mod reminders;
mod rooms;
mod scene;
mod scheduler;
mod secrets;
mod series;
mod setting_up;
mod statistics;
