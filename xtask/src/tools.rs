//! Cargo's own extra tools: used where the person has them, otherwise built once into the target folder.

use std::path::PathBuf;

use crate::{Outcome, cargo, command, place};

/// A tool and the version that is known to do what we ask of it.
pub struct Tool {
    /// The crate and the program it installs.
    pub name: &'static str,
    /// The version that is installed where there is none.
    pub version: &'static str,
}

/// The path of the tool, built first if there is none. Unoptimised and without what reaches for the network:
/// a third of the time to build, and these tools wait for the compiler anyway.
pub fn find(tool: &Tool) -> Outcome<PathBuf> {
    if let Some(path) = place::find_in_path(tool.name) {
        return Ok(path);
    }
    let folder = place::memory().join("tools");
    let path = folder
        .join("bin")
        .join(format!("{}{}", tool.name, std::env::consts::EXE_SUFFIX));
    if path.is_file() {
        return Ok(path);
    }
    println!(
        "  {} is not installed: building it once into {}",
        tool.name,
        folder.display()
    );
    let build = folder.join("build");
    let wanted = format!("{}@{}", tool.name, tool.version);
    let mut install = cargo::cargo();
    install
        .args(["install", "--quiet", "--locked", "--debug", &wanted, "--root"])
        .arg(&folder);
    if tool.name == "cargo-deny" {
        install.arg("--no-default-features");
    }
    command::run(install.arg("--target-dir").arg(&build))?;
    // A gigabyte that nobody reads again; a failure to delete it harms nothing.
    let _ = std::fs::remove_dir_all(build);
    Ok(path)
}
