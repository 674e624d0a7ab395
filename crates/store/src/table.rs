//! One table, one file: its rows, its reads, its writes.

pub(crate) mod announcements;
pub(crate) mod appointment_notifications;
pub(crate) mod appointment_reasons;
pub(crate) mod appointment_search;
pub(crate) mod appointment_series;
pub(crate) mod appointment_types;
pub(crate) mod appointments;
pub(crate) mod availability_exceptions;
pub(crate) mod busy_feeds;
pub(crate) mod busy_times;
pub(crate) mod client_list;
pub(crate) mod clients;
pub(crate) mod clients_told_apart;
pub(crate) mod coach_availability;
pub(crate) mod coach_settings;
pub(crate) mod coaches;
pub(crate) mod entry;
pub(crate) mod erasing;
pub(crate) mod merging;
pub(crate) mod ordered_list;
pub(crate) mod prospects;
pub(crate) mod reminder_offsets;
pub(crate) mod room_operations;
pub(crate) mod rooms;
pub(crate) mod sittings;
pub(crate) mod video_options;
