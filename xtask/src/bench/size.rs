//! How large the program is, and its package, beside the empty window's.

use std::fs;
use std::path::{Path, PathBuf};

use super::released;
use crate::{Outcome, bundle, place};

/// Makes a `.deb` of both, which cargo has built, and tells the sizes.
pub fn table() -> Outcome<String> {
    let empty = place::root().join("bench").join("empty-window");
    bundle::wrap(&place::root(), &["deb"])?;
    bundle::wrap(&empty, &["deb"])?;
    let packages = place::target().join("release").join("bundle").join("deb");
    let empty_package = package(&packages, "empty-window")?;
    let table = [
        "| MB | empty window | Virtus Planning |".to_owned(),
        "|---|---:|---:|".to_owned(),
        row("program", &released("empty-window"), &released("virtus-planning"))?,
        row(
            "package (`.deb`)",
            &empty_package,
            &package(&packages, "virtus-planning")?,
        )?,
    ];
    // It must not lie among those that are given to people.
    fs::remove_file(&empty_package).map_err(|error| format!("{}: {error}", empty_package.display()))?;
    Ok(table.join("\n"))
}

fn row(what: &str, empty: &Path, ours: &Path) -> Outcome<String> {
    Ok(format!(
        "| {what} | {:.1} | {:.1} |",
        megabytes(empty)?,
        megabytes(ours)?
    ))
}

fn megabytes(file: &Path) -> Outcome<f64> {
    let about = fs::metadata(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(bundle::megabytes(about.len()))
}

/// The package whose file name begins so.
fn package(folder: &Path, start: &str) -> Outcome<PathBuf> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files = entries.flatten().map(|entry| entry.path());
    files
        .find(|file| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(start) && file.extension().is_some_and(|end| end == "deb")
        })
        .ok_or_else(|| format!("no package of {start} in {}", folder.display()))
}
