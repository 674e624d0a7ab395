//! The program.

// No console window beside the application on Windows; debug builds keep it for the log.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    virtus_planning::main()
}
