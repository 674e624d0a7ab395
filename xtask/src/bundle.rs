//! `cargo xtask bundle`: the packages of this system, made of the release build, with their checksums.

use std::fs;
use std::path::{Path, PathBuf};

use crate::package::Purpose;
use crate::{Outcome, command, place, system, ui};

/// What can be made on which system. An `AppImage` is made of tools that the bundler downloads; the others need nothing but
/// what is there.
const KINDS: &[&str] = if cfg!(target_os = "linux") {
    &["deb", "rpm", "appimage"]
} else if cfg!(target_os = "macos") {
    &["app", "dmg"]
} else {
    &["nsis", "msi"]
};

/// Makes the kinds that are named, or all of this system's.
pub fn make(words: &[&str]) -> Outcome {
    if let Some(unknown) = words.iter().find(|word| !KINDS.contains(word)) {
        return Err(format!(
            "`bundle` does not make `{unknown}` here; it makes {}",
            KINDS.join(", ")
        ));
    }
    let kinds = if words.is_empty() { KINDS } else { words };
    system::prepare(Purpose::Build)?;
    ui::install()?;
    command::run(
        command::command("node")
            .arg(place::ui().join("node_modules/@tauri-apps/cli/tauri.js"))
            .args(["build", "--ci", "--bundles", &kinds.join(",")])
            .args(["--", "--locked"]),
    )?;
    for package in packages(kinds)? {
        let size = fs::metadata(&package).map_or(0, |file| file.len());
        println!("  {} ({:.1} MB)", package.display(), megabytes(size));
    }
    Ok(())
}

/// The files made of these kinds, all versions of them.
fn packages(kinds: &[&str]) -> Outcome<Vec<PathBuf>> {
    let folder = place::target().join("release").join("bundle");
    let mut files = Vec::new();
    for kind in kinds {
        list(&folder.join(kind), &mut files).map_err(|error| format!("no {kind} was made: {error}"))?;
    }
    files.sort();
    Ok(files)
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        // Beside each package lies the folder it was made from.
        if path.is_file() && path.extension().is_some() {
            files.push(path);
        }
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
