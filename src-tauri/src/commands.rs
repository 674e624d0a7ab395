//! What the window may ask for. Each command takes the state, calls `api` and returns.

pub(crate) mod appointments;
pub(crate) mod availability;
pub(crate) mod backups;
pub(crate) mod client_import;
pub(crate) mod clients;
pub(crate) mod configuration;
pub(crate) mod desktop;
pub(crate) mod display;
pub(crate) mod export;
pub(crate) mod feeds;
pub(crate) mod meetings;
pub(crate) mod notices;
pub(crate) mod series;
pub(crate) mod session;
pub(crate) mod settings;
pub(crate) mod slots;
pub(crate) mod statistics;
pub(crate) mod video_account;
