//! This application beside an empty Tauri window, in one run on one screen: from the start to the first paint, and the
//! memory of all processes.
//!
//! `compare`, with `VIRTUS_E2E_APP` and `VIRTUS_EMPTY_WINDOW` naming the two programs, both built for release;
//! `cargo xtask bench` does it all. Nothing drives the windows: a driver would cost more than what is measured.
#![allow(clippy::print_stdout, reason = "a program of the command line")]

mod memory;
mod start;

use std::thread::sleep;
use std::time::Duration;

use e2e::{Eye, Outcome, Program, Stage};

use crate::memory::Memory;
use crate::start::{Start, Starts};

/// How often each is started; the first time, which reads the files from the disk, does not count.
const STARTS: usize = 15;
/// How often the memory of each is read: buffers that one start lets go of, another keeps.
const READINGS: usize = 5;
/// What a window does after it has appeared is over by then.
const SETTLED: Duration = Duration::from_secs(8);

fn main() -> Outcome {
    let stage = Stage::new("compare")?;
    let eye = Eye::open(&stage)?;
    let [empty, ours] = [Program::empty()?, Program::ours(&stage)?];
    ours.fill(&stage, &eye)?;
    let [mut empty_starts, mut our_starts] = [Starts::default(), Starts::default()];
    for round in 0..=STARTS {
        for (program, starts) in [(&empty, &mut empty_starts), (&ours, &mut our_starts)] {
            let start = Start::measure(program, &stage, &eye)?;
            if round > 0 {
                starts.add(&start);
            }
        }
    }
    let [mut empty_memory, mut our_memory] = [Vec::new(), Vec::new()];
    for _ in 0..READINGS {
        empty_memory.push(measured_memory(&empty, &stage, &eye)?);
        our_memory.push(measured_memory(&ours, &stage, &eye)?);
    }
    println!("| | empty window | Virtus Planning | times | target |");
    println!("|---|---:|---:|---:|---:|");
    start::tell(&empty_starts, &our_starts);
    memory::tell(&empty_memory, &our_memory);
    Ok(())
}

/// Of an open window, on the planning where there is one.
fn measured_memory(program: &Program, stage: &Stage, eye: &Eye) -> Outcome<Memory> {
    let running = program.start(stage)?;
    program.wait_until_drawn(eye)?;
    program.open_planning(stage, eye)?;
    sleep(SETTLED);
    Memory::of(running.id())
}
