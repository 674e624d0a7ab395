//! Where the log goes: the terminal, and a file of its own for each day of the last week.
//!
//! Nothing secret is ever handed to it: keys and tokens have no `Display`, and their `Debug` says nothing.

use std::path::Path;

use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::{EnvFilter, Layer, fmt, layer::SubscriberExt, util::SubscriberInitExt};

use crate::place;

/// zbus writes whole messages, notifications and all, at `info`.
const FILTER: &str = "info,zbus=warn,tracing=warn,hyper=warn,reqwest=warn,sqlx=warn";

/// Starts the log; `VIRTUS_LOG` filters the terminal's in the manner of `RUST_LOG`.
pub(crate) fn start(folder: &Path) {
    let terminal = EnvFilter::try_from_env("VIRTUS_LOG").unwrap_or_else(|_| EnvFilter::new(FILTER));
    let file = file(folder).map(|file| {
        fmt::layer()
            .with_ansi(false)
            .with_writer(std::sync::Mutex::new(file))
            .with_filter(EnvFilter::new(FILTER))
    });
    let terminal = fmt::layer().with_writer(std::io::stderr).with_filter(terminal);
    // A second start in one process (tests) keeps the first log.
    let _ = tracing_subscriber::registry()
        .with(terminal)
        .with(file)
        .try_init();
}

fn file(folder: &Path) -> Option<RollingFileAppender> {
    place::make_private(folder).ok()?;
    RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("virtus-planning")
        .filename_suffix("log")
        .max_log_files(7)
        .build(folder)
        .ok()
}
