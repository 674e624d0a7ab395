//! `cargo xtask bundle`: the packages of this system, made of the release build.

mod trial;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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

/// What the person asked for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Wishes<'a> {
    kinds: Vec<&'a str>,
    /// For another processor than this computer's.
    target: Option<&'a str>,
    trial: bool,
}

/// Makes the kinds that are named, or all of this system's; with `--try` sees that the `.deb` comes, works and goes, one that
/// is there when it is named.
pub fn make(words: &[&str]) -> Outcome {
    if let ["--try", package] = words {
        return trial::run(&[PathBuf::from(package)]);
    }
    let wishes = read(words)?;
    let packages = build(&wishes)?;
    if wishes.trial {
        trial::run(&packages)?;
    }
    Ok(())
}

/// Wraps what cargo has built for release; `folder` is that of the `tauri.conf.json`.
pub fn wrap(folder: &Path, kinds: &[&str]) -> Outcome {
    ui::install()?;
    command::run(
        tauri()
            .args(["bundle", "--ci", "--bundles", &kinds.join(",")])
            .current_dir(folder),
    )
}

/// Bytes, as a person compares them.
#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
pub fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

fn read<'a>(words: &[&'a str]) -> Outcome<Wishes<'a>> {
    let mut wishes = Wishes::default();
    let mut words = words.iter();
    while let Some(&word) = words.next() {
        match word {
            "--try" => wishes.trial = true,
            "--target" => wishes.target = Some(words.next().ok_or("--target needs a name of rustc's")?),
            kind if KINDS.contains(&kind) => wishes.kinds.push(kind),
            unknown => {
                let kinds = KINDS.join(", ");
                return Err(format!(
                    "`bundle` does not make `{unknown}` here; it makes {kinds}"
                ));
            }
        }
    }
    match (wishes.trial, wishes.kinds.is_empty()) {
        (true, _) if !KINDS.contains(&"deb") => {
            Err("a `.deb` is tried where it is made: on Linux".to_owned())
        }
        (true, false) => Err("--try makes and tries the `.deb` alone".to_owned()),
        (true, true) => {
            wishes.kinds.push("deb");
            Ok(wishes)
        }
        (false, true) => {
            wishes.kinds.extend(KINDS);
            Ok(wishes)
        }
        (false, false) => Ok(wishes),
    }
}

/// Builds the program and the packages, and answers where they are.
fn build(wishes: &Wishes) -> Outcome<Vec<PathBuf>> {
    system::prepare(Purpose::Build)?;
    ui::install()?;
    let mut tauri = tauri();
    tauri.args(["build", "--ci", "--features", "custom-protocol"]);
    tauri.args(["--bundles", &wishes.kinds.join(",")]);
    if let Some(target) = wishes.target {
        tauri.args(["--target", target]);
    }
    command::run(tauri.args(["--", "--locked", "--package=virtus-planning"]))?;
    let packages = packages(wishes)?;
    for package in &packages {
        let size = fs::metadata(package).map_or(0, |file| file.len());
        println!("  {} ({:.1} MB)", package.display(), megabytes(size));
    }
    Ok(packages)
}

/// The bundler, from the interface's own packages.
fn tauri() -> Command {
    let mut node = command::command("node");
    node.arg(place::ui().join("node_modules/@tauri-apps/cli/tauri.js"))
        // It would take the first package.json it finds for the interface's.
        .env("TAURI_FRONTEND_PATH", place::ui());
    node
}

/// The files made of these kinds, all versions of them.
fn packages(wishes: &Wishes) -> Outcome<Vec<PathBuf>> {
    let target = wishes
        .target
        .map_or_else(place::target, |name| place::target().join(name));
    let folder = target.join("release").join("bundle");
    let mut files = Vec::new();
    for kind in &wishes.kinds {
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

#[cfg(test)]
mod tests {
    use super::{KINDS, read};

    #[test]
    fn without_a_name_everything_is_made_that_this_system_can_make() {
        assert_eq!(read(&[]).map(|it| it.kinds), Ok(KINDS.to_vec()));
        assert_eq!(read(&[KINDS[0]]).map(|it| it.kinds), Ok(vec![KINDS[0]]));
        assert!(read(&["zip"]).is_err());
    }

    #[test]
    fn a_processor_is_named_and_a_trial_makes_one_package() {
        let universal = read(&["--target", "universal-apple-darwin"]);
        assert_eq!(universal.map(|it| it.target), Ok(Some("universal-apple-darwin")));
        assert!(read(&["--target"]).is_err());
        assert!(
            read(&["--try", KINDS[0]]).is_err(),
            "one package is tried at a time"
        );
    }
}
