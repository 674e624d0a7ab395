//! A demonstration: a throwaway data folder and a stand-in for Daily, both gone afterwards.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ExitCode, Stdio};

use crate::{Outcome, app, command, place};

const PREFIX: &str = "virtus-planning-demo-";
const KEY: &str = "demo-key";

/// Runs the app on throwaway data until its window is closed.
pub fn run(rest: &[String]) -> Outcome<ExitCode> {
    // Ctrl+C reaches the app too, and ends it: stay, to clean up after it.
    ctrlc::set_handler(|| {}).map_err(|error| format!("Ctrl+C cannot be caught: {error}"))?;
    let folder = Throwaway::new()?;
    let daily = StandIn::start()?;
    println!(
        "  the stand-in for Daily listens at {}; nothing of this demonstration is kept",
        daily.address
    );
    let status = command::command(place::program("virtus-planning"))
        .args(["--demo", "--data-dir"])
        .arg(&folder.0)
        .args(rest)
        .env("VIRTUS_DAILY_URL", &daily.address)
        .env("VIRTUS_DEMO_KEY", KEY)
        .status()
        .map_err(|error| format!("the app could not be started: {error}"))?;
    Ok(app::exit_code(status))
}

/// The stand-in for Daily as a process, ended with us.
pub struct StandIn {
    child: Child,
    /// Its base address.
    pub address: String,
}

impl StandIn {
    /// Starts it and waits for its address.
    pub fn start() -> Outcome<Self> {
        let mut child = command::command(place::program("daily-stand-in"))
            .args(["--port", "0", "--key", KEY, "--domain", "virtus-demo"])
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("the stand-in for Daily could not be started: {error}"))?;
        let mut line = String::new();
        if let Some(output) = child.stdout.take() {
            BufReader::new(output)
                .read_line(&mut line)
                .map_err(|error| error.to_string())?;
        }
        let address = line
            .trim()
            .strip_prefix("listening on ")
            .unwrap_or_default()
            .to_owned();
        let stand_in = Self { child, address };
        if stand_in.address.is_empty() {
            return Err(format!(
                "the stand-in for Daily said `{}` instead of its address",
                line.trim()
            ));
        }
        Ok(stand_in)
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        // It may have ended by itself, on Ctrl+C.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A folder that is deleted when the demonstration ends.
struct Throwaway(PathBuf);

impl Throwaway {
    fn new() -> Outcome<Self> {
        sweep(&std::env::temp_dir());
        let folder = std::env::temp_dir().join(format!("{PREFIX}{}", std::process::id()));
        fs::create_dir_all(&folder)
            .map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Throwaway {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Deletes what demonstrations left that were killed; only where /proc tells that nobody uses it any more.
fn sweep(folder: &Path) {
    if !Path::new("/proc/self").exists() {
        return;
    }
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let owner = name
            .to_str()
            .and_then(|name| name.strip_prefix(PREFIX))
            .and_then(|id| id.parse::<u32>().ok());
        if owner.is_some_and(|id| !Path::new(&format!("/proc/{id}")).exists()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
