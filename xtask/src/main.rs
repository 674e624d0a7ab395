//! `cargo xtask …`: what a person does with this project, in one command each, on a fresh machine.
//!
//! Compiles in a few seconds because it does nothing itself: it finds out what is missing and starts the tools.
//! Leaves out publishing: a workflow does that.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program of the command line"
)]

mod app;
mod bench;
mod bindings;
mod bundle;
mod cargo;
mod command;
mod demo;
mod deny;
mod e2e;
mod node;
mod order;
mod package;
mod place;
mod queries;
mod rust_tests;
mod screenshots;
mod steps;
mod system;
mod test;
mod toolchain;
mod tools;
mod ui;

use std::process::ExitCode;

/// Everything here either works or has a sentence to say.
type Outcome<T = ()> = Result<T, String>;

const HELP: &str = "\
cargo xtask COMMAND

  run [--demo] [--data-dir DIR] [-- ARGS]   build what changed and open the window
                                            --demo: believable data, a stand-in for Daily, nothing kept
  test                                      everything CI checks, with totals
  screenshots                               pictures of the real window into docs/screenshots

  setup [--test]    system packages, Node and Rust; --test: also what the tests need
  ui                install and build the interface, where changed
  fmt [--check]     Rust and TypeScript formatting
  lint              clippy, TypeScript and Biome
  bindings          write the TypeScript bindings anew
  sqlx              check every query against the migrations, write .sqlx anew
  deny              walls between crates, licences, sources
  licences          write down anew what the program is made of
  e2e [FILTER]      drive the real window on a virtual screen
  bundle [--target TRIPLE] [KIND...]
                    packages of the release build: deb, rpm, appimage; app, dmg; nsis, msi
  bundle --try [FILE]
                    make the .deb, or take that one; install, start, remove, purge it in a clean Debian (as root)
  order             write down anew which functions a start calls, for the linker (Linux; needs valgrind)
  bench [PART...]   measure anew what docs/performance.md tells: window, size, month, reads, queries, engine
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(code) => code,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Outcome<ExitCode> {
    match words {
        ["run", rest @ ..] => return app::run(rest),
        ["test"] => return Ok(test::run()),
        ["screenshots"] => screenshots::take()?,
        ["setup"] => system::prepare(package::Purpose::Build)?,
        ["setup", "--test"] => system::prepare(package::Purpose::Test)?,
        ["ui"] => ui::build()?,
        ["fmt"] => ui::format().and_then(|()| cargo::format(false))?,
        ["fmt", "--check"] => cargo::format(true)?,
        ["lint"] => cargo::lint().and_then(|()| ui::check())?,
        ["bindings"] => bindings::write()?,
        ["sqlx"] => queries::write()?,
        ["deny"] => deny::check()?,
        ["licences"] => ui::licences(&[])?,
        ["e2e", rest @ ..] => e2e::alone(rest)?,
        ["order"] => order::write()?,
        ["bench", parts @ ..] => bench::run(parts)?,
        ["bundle", kinds @ ..] => bundle::make(kinds)?,
        [] | ["help" | "-h" | "--help"] => print!("{HELP}"),
        unknown => {
            return Err(format!(
                "cargo xtask does not know `{}`.\n\n{HELP}",
                unknown.join(" ")
            ));
        }
    }
    Ok(ExitCode::SUCCESS)
}
