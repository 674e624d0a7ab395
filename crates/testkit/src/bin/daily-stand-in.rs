//! The Daily stand-in as a program of its own, for trying the application without an account.
//!
//! `daily-stand-in [--port N] [--key K] [--domain D]` prints `listening on http://127.0.0.1:PORT/v1` and
//! runs until it is ended. What it knows is gone then.

use chrono::{DateTime, Utc};
use std::process::ExitCode;
use std::sync::Arc;
use testkit::daily::{DailyStandIn, Setup};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let setup = match arguments(std::env::args().skip(1)) {
        Ok(setup) => setup,
        Err(complaint) => return fail(&complaint),
    };
    let stand_in = match DailyStandIn::start_with(Arc::new(system_now), setup).await {
        Ok(stand_in) => stand_in,
        Err(error) => return fail(&format!("cannot listen: {error}")),
    };
    announce(&stand_in);
    std::future::pending().await
}

/// The stand-in judges times as the real Daily would, by the wall clock.
#[expect(
    clippy::disallowed_methods,
    reason = "a server of its own has to ask the system"
)]
fn system_now() -> DateTime<Utc> {
    std::time::SystemTime::now().into()
}

fn arguments(mut given: impl Iterator<Item = String>) -> Result<Setup, String> {
    let mut setup = Setup::default();
    while let Some(name) = given.next() {
        let value = given.next().ok_or_else(|| format!("{name} needs a value"))?;
        match name.as_str() {
            "--port" => setup.port = value.parse().map_err(|_| format!("{value} is no port"))?,
            "--key" => setup.key = value,
            "--domain" => setup.domain = value,
            _ => {
                return Err(format!(
                    "{name} is not known; there are --port, --key and --domain"
                ));
            }
        }
    }
    Ok(setup)
}

#[expect(clippy::print_stdout, reason = "whoever started it waits for this line")]
fn announce(stand_in: &DailyStandIn) {
    println!("listening on {}", stand_in.url());
}

#[expect(clippy::print_stderr, reason = "a program of the command line")]
fn fail(complaint: &str) -> ExitCode {
    eprintln!("daily-stand-in: {complaint}");
    ExitCode::from(2)
}
