//! Starting other programs: shown before they start, believed only when they exit with 0.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::{Outcome, place};

/// A command in the project's root.
///
/// What `cargo run` put into our own environment is taken out: tools should see what a person's shell would give.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(place::root());
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        let from_cargo = name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
        if from_cargo || name == "LD_LIBRARY_PATH" {
            command.env_remove(&name);
        }
    }
    command
}

/// A script of npm's, which on Windows is not a program but a command file.
pub fn node_script(name: &str) -> Command {
    command(if cfg!(windows) {
        format!("{name}.cmd")
    } else {
        name.to_owned()
    })
}

/// Runs to the end, output as it comes.
pub fn run(command: &mut Command) -> Outcome {
    show(command);
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{}` failed ({status})", words(command)))
    }
}

/// Runs to the end without showing anything; what it printed, if it succeeded.
pub fn ask(command: &mut Command) -> Outcome<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| cannot_start(command, &error))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Err(format!(
        "`{}` failed ({}): {}",
        words(command),
        output.status,
        complaint.trim()
    ))
}

/// Which of a program's two voices to listen to; the other is shown only.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// Standard output.
    Output,
    /// Standard error.
    Errors,
}

/// Runs to the end, showing what it says as it comes and keeping those lines. Also answers whether it succeeded.
pub fn listen(command: &mut Command, voice: Voice) -> Outcome<(bool, Vec<String>)> {
    show(command);
    match voice {
        Voice::Output => command.stdout(Stdio::piped()),
        Voice::Errors => command.stderr(Stdio::piped()),
    };
    let mut child = command.spawn().map_err(|error| cannot_start(command, &error))?;
    let heard = match voice {
        Voice::Output => child.stdout.take().map(echo),
        Voice::Errors => child.stderr.take().map(echo),
    };
    let status = child.wait().map_err(|error| cannot_start(command, &error))?;
    Ok((status.success(), heard.unwrap_or_default()))
}

fn echo(pipe: impl Read) -> Vec<String> {
    let lines = BufReader::new(pipe).lines().map_while(Result::ok);
    lines.inspect(|line| println!("{line}")).collect()
}

/// The command as a person would type it.
pub fn words(command: &Command) -> String {
    let program = Path::new(command.get_program())
        .file_stem()
        .unwrap_or(command.get_program());
    let mut words = vec![program.to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

fn show(command: &Command) {
    println!("  $ {}", words(command));
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` could not be started: {error}", words(command))
}
