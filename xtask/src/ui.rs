//! The interface: installed and built only when what it is made of changed.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::{Outcome, command, place};

/// `npm ci`, when the lock file is not the one of the last install.
pub fn install() -> Outcome {
    let lock = place::ui().join("package-lock.json");
    let stamp = place::ui().join("node_modules").join(".virtus-lock");
    let wanted = fs::read(&lock).map_err(|error| format!("ui/package-lock.json cannot be read: {error}"))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    npm(&["ci", "--no-audit", "--no-fund"])?;
    fs::write(&stamp, wanted).map_err(|error| format!("{} cannot be written: {error}", stamp.display()))
}

/// `npm run build`, when a source is not the one of the last build.
pub fn build() -> Outcome {
    install()?;
    // Not in the target folder, which several checkouts may share.
    let stamp = place::ui().join("node_modules").join(".virtus-build");
    let wanted = fingerprint()?;
    let built = place::ui().join("dist").join("index.html").is_file();
    if built && fs::read_to_string(&stamp).is_ok_and(|last| last == wanted) {
        return Ok(());
    }
    npm(&["run", "build"])?;
    // Taken again: the build itself writes the compiled messages.
    fs::write(&stamp, fingerprint()?)
        .map_err(|error| format!("{} cannot be written: {error}", stamp.display()))
}

/// Formats the TypeScript, with the fixes Biome calls safe.
pub fn format() -> Outcome {
    install()?;
    npm(&["run", "format"])
}

/// TypeScript's types.
pub fn types() -> Outcome {
    npm(&["run", "check"])
}

/// Biome: formatting, lints, imports.
pub fn lint() -> Outcome {
    npm(&["run", "lint"])
}

/// What the program is made of, for the window that tells it: written anew, or with `--check` compared.
pub fn licences(arguments: &[&str]) -> Outcome {
    install()?;
    command::run(
        command::command("node")
            .arg(place::ui().join("scripts").join("licences.mjs"))
            .args(arguments),
    )
}

/// Both.
pub fn check() -> Outcome {
    install()?;
    types()?;
    lint()
}

/// Vitest; how many tests passed and failed.
pub fn test() -> Outcome<(u32, u32)> {
    let report = place::memory().join("vitest.json");
    fs::create_dir_all(place::memory()).map_err(|error| error.to_string())?;
    let _ = fs::remove_file(&report);
    let file = format!("--outputFile.json={}", report.display());
    let ran = npm(&[
        "run",
        "test",
        "--",
        "--reporter=default",
        "--reporter=json",
        &file,
    ]);
    let text = fs::read_to_string(&report).map_err(|_| "Vitest left no report".to_owned())?;
    let passed = number_after(&text, "\"numPassedTests\":").unwrap_or(0);
    let failed = number_after(&text, "\"numFailedTests\":").unwrap_or(0);
    // A file that does not even load has no test that fails.
    if failed == 0 && ran.is_err() {
        Ok((passed, 1))
    } else {
        Ok((passed, failed))
    }
}

fn npm(arguments: &[&str]) -> Outcome {
    command::run(
        command::node_script("npm")
            .args(arguments)
            .current_dir(place::ui()),
    )
}

/// The number that follows `key` in a JSON text; xtask has no JSON reader, and wants two numbers.
fn number_after(text: &str, key: &str) -> Option<u32> {
    let rest = text.split_once(key)?.1.trim_start();
    rest.split(|character: char| !character.is_ascii_digit())
        .next()?
        .parse()
        .ok()
}

/// A number that changes when any source of the interface does, wherever the checkout came from: contents, not times.
fn fingerprint() -> Outcome<String> {
    let mut files = Vec::new();
    list(&place::ui(), &mut files).map_err(|error| format!("ui cannot be read: {error}"))?;
    // The window shows the guide.
    let guide = place::root().join("docs").join("guide");
    list(&guide, &mut files).map_err(|error| format!("the guide cannot be read: {error}"))?;
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.strip_prefix(place::root())
            .unwrap_or(&file)
            .hash(&mut hasher);
        fs::read(&file)
            .map_err(|error| format!("{} cannot be read: {error}", file.display()))?
            .hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        // What is made from the sources is no source.
        if matches!(&*name, "node_modules" | "dist" | "paraglide" | "coverage") || name.starts_with('.') {
            continue;
        }
        let kind = entry.file_type()?;
        if kind.is_dir() {
            list(&entry.path(), files)?;
        } else if kind.is_file() {
            files.push(entry.path());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::number_after;

    #[test]
    fn totals_are_read_from_the_report() {
        let report = r#"{"numTotalTests":7,"numPassedTests": 5,"numFailedTests":2}"#;
        assert_eq!(number_after(report, "\"numPassedTests\":"), Some(5));
        assert_eq!(number_after(report, "\"numFailedTests\":"), Some(2));
        assert_eq!(number_after(report, "\"nothing\":"), None);
    }
}
