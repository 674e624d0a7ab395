//! Which of the program's own functions are called until the planning stands, by their names in the program.
//!
//! `order MAP FILE`, with `VIRTUS_E2E_APP` naming a program built for release, and MAP what its linker wrote about it;
//! `cargo xtask order` does it all. The names go into FILE, by which the linker lays the next program out: what a start needs lies
//! together then, and the rest of the program is never read (`docs/decisions/0022-what-a-start-calls-lies-together.md`).
//! Valgrind watches: it sees every instruction, and needs nothing built into the program.
#![allow(clippy::print_stdout, reason = "a program of the command line")]

mod map;
mod profile;

use std::thread::sleep;
use std::time::Duration;

use e2e::{Eye, Outcome, Program, Stage, Trouble, While, is_over, wait_until};

/// Under Valgrind all takes some fifty times as long: what follows the first sight of a page is over by then.
const SETTLED: Duration = Duration::from_secs(30);
const PATIENCE: Duration = Duration::from_mins(1);

const HEAD: &str = "\
# What is called from the start until the planning stands, by its name in the program. The linker puts it first and together.
# Written by `cargo xtask order`; a name that is in no program any more does no harm.
";

fn main() -> Outcome {
    let mut words = std::env::args().skip(1);
    let (Some(map), Some(file)) = (words.next(), words.next()) else {
        return Err(Trouble::new("order MAP FILE"));
    };
    let stage = Stage::new("order")?;
    let eye = Eye::open(&stage)?;
    let program = Program::ours(&stage)?;
    program.fill(&stage, &eye)?;
    let profile = stage.home("profile").to_string_lossy().into_owned();
    let program = program.watched(valgrind(&profile));

    let running = program.start(&stage)?;
    program.wait_until_drawn(&eye)?;
    sleep(SETTLED);
    program.open_planning(&stage, &eye)?;
    sleep(SETTLED);
    let id = running.id();
    stage.run("kill", &[&id.to_string()])?;
    wait_until(PATIENCE, "the profile", || is_over(id).then_some(()))?;

    let read = |path: &str| std::fs::read_to_string(path).during(format!("reading {path}"));
    let executed = profile::executed(&read(&profile)?, program.binary());
    let map = read(&map)?;
    let names = map::names(&map, &executed);
    if names.is_empty() {
        return Err(Trouble::new("not one function of the program is known by name"));
    }
    std::fs::write(&file, format!("{HEAD}{}\n", names.join("\n"))).during(format!("writing {file}"))?;
    println!("{} functions are called by a start", names.len());
    Ok(())
}

fn valgrind(profile: &str) -> Vec<String> {
    let words = [
        "valgrind",
        "--tool=callgrind",
        "--dump-instr=yes",
        "--compress-strings=no",
        "--compress-pos=no",
        // The web view makes code of its own.
        "--smc-check=all-non-file",
    ];
    let mut words: Vec<String> = words.map(str::to_owned).into();
    words.push(format!("--callgrind-out-file={profile}"));
    words
}
