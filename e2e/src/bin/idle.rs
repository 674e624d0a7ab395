//! What the program costs while nobody does anything: CPU time and wake-ups of all its processes, hidden in the tray and with its
//! window open on the dashboard.
//!
//! `idle [MINUTES]`, with `VIRTUS_E2E_APP` naming the application; `docs/performance.md` says how to run it.
#![allow(clippy::print_stdout, reason = "a program of the command line")]

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use e2e::{Outcome, Stage, While, tree_of};

/// What a start does is over by then.
const SETTLED: Duration = Duration::from_secs(45);

fn main() -> Outcome {
    let minutes = std::env::args()
        .nth(1)
        .and_then(|text| text.parse().ok())
        .unwrap_or(3);
    let app = std::env::var("VIRTUS_E2E_APP").during("VIRTUS_E2E_APP must name the app's binary")?;
    for (name, shown) in [("hidden", false), ("shown", true)] {
        let stage = Stage::new("idle")?;
        let _tray = stage.show_tray()?;
        let folder = stage.data_folder().to_string_lossy().into_owned();
        let mut arguments = vec!["--demo", "--data-dir", &folder];
        if !shown {
            arguments.push("--hidden");
        }
        let program = stage.start(&app, &arguments, &[])?;
        sleep(SETTLED);
        let before = Cost::of(program.id());
        sleep(Duration::from_secs(60 * minutes));
        let after = Cost::of(program.id());
        println!("{name}, {minutes} minutes, {} threads:", after.threads);
        println!(
            "  CPU      {:6.1} ms a minute",
            (after.cpu_ms - before.cpu_ms) / f64::from(u32::try_from(minutes).unwrap_or(1))
        );
        println!(
            "  wake-ups {:6} a minute",
            (after.wake_ups - before.wake_ups) / minutes
        );
    }
    Ok(())
}

/// What a process and all its children have cost so far.
#[derive(Default)]
struct Cost {
    cpu_ms: f64,
    wake_ups: u64,
    threads: usize,
}

impl Cost {
    fn of(process: u32) -> Self {
        let mut cost = Self::default();
        for id in tree_of(process) {
            cost.add(id);
        }
        cost
    }

    fn add(&mut self, process: u32) {
        let Ok(tasks) = fs::read_dir(format!("/proc/{process}/task")) else {
            return;
        };
        for task in tasks.flatten() {
            self.threads += 1;
            let read = |file: &str| fs::read_to_string(task.path().join(file)).unwrap_or_default();
            // The first number of schedstat is the time on a core, in nanoseconds.
            let on_core = read("schedstat")
                .split_whitespace()
                .next()
                .and_then(|it| it.parse::<f64>().ok());
            self.cpu_ms += on_core.unwrap_or_default() / 1e6;
            // A thread that gave its core up waited for something: each such wait ends in a wake-up.
            let status = read("status");
            let waits = status
                .lines()
                .find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
            self.wake_ups += waits
                .and_then(|it| it.trim().parse::<u64>().ok())
                .unwrap_or_default();
        }
    }
}
