//! The store's queries, checked by the compiler against a database made from the migrations.
//!
//! What the compiler finds out is committed (`.sqlx`), so that building needs no database. Here it is found out
//! again: to write it, or to see that it is still what is committed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::{Outcome, cargo, command, place};

type Data = BTreeMap<String, Vec<u8>>;

/// Writes `.sqlx` anew.
pub fn write() -> Outcome {
    let data = describe()?;
    let folder = place::root().join(".sqlx");
    let told = |error: std::io::Error| format!("{} cannot be written: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(told)?;
    }
    fs::create_dir_all(&folder).map_err(told)?;
    for (name, content) in &data {
        fs::write(folder.join(name), content).map_err(told)?;
    }
    println!("  {} queries described in .sqlx", data.len());
    Ok(())
}

/// Compares `.sqlx` with what the migrations and queries of today give.
pub fn check() -> Outcome {
    let (today, committed) = (describe()?, read(&place::root().join(".sqlx"))?);
    let changed = today
        .iter()
        .filter(|(name, content)| committed.get(*name) != Some(content))
        .count();
    let left = committed.keys().filter(|name| !today.contains_key(*name)).count();
    if changed + left == 0 {
        return Ok(());
    }
    Err(format!(
        ".sqlx is not what the migrations give today ({changed} new or different, {left} no longer used); \
         write it anew with `cargo xtask sqlx`"
    ))
}

/// Lets the compiler describe every query of `store` against a fresh database.
fn describe() -> Outcome<Data> {
    let folder = place::memory().join("sqlx");
    let described = folder.join("queries");
    let told = |error: std::io::Error| format!("{} cannot be made: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(told)?;
    }
    fs::create_dir_all(&described).map_err(told)?;
    let database = folder.join("schema.db");
    migrate(&database)?;

    let source = place::root()
        .join("crates")
        .join("store")
        .join("src")
        .join("lib.rs");
    let touched = Touched::new(&source)?;
    command::run(
        cargo::cargo()
            .args(["check", "--package=store", "--lib"])
            .env("SQLX_OFFLINE", "false")
            .env("SQLX_OFFLINE_DIR", &described)
            .env("DATABASE_URL", format!("sqlite://{}", database.display())),
    )?;
    drop(touched);
    read(&described)
}

fn migrate(database: &Path) -> Outcome {
    let migrations = place::root().join("migrations").join("sqlite");
    let told = |error: std::io::Error| format!("{} cannot be read: {error}", migrations.display());
    let mut files: Vec<PathBuf> = fs::read_dir(&migrations)
        .map_err(told)?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "sql"));
    files.sort();
    for file in files {
        let sql = fs::File::open(&file).map_err(told)?;
        let mut sqlite = command::command("sqlite3");
        sqlite
            .args(["-bail", "-batch"])
            .arg(database)
            .stdin(Stdio::from(sql))
            .stdout(Stdio::null());
        command::run(&mut sqlite).map_err(|sentence| format!("{}: {sentence}", file.display()))?;
    }
    Ok(())
}

fn read(folder: &Path) -> Outcome<Data> {
    let told = |error: std::io::Error| format!("{} cannot be read: {error}", folder.display());
    let mut data = Data::new();
    for entry in fs::read_dir(folder).map_err(told)? {
        let entry = entry.map_err(told)?;
        data.insert(
            entry.file_name().to_string_lossy().into_owned(),
            fs::read(entry.path()).map_err(told)?,
        );
    }
    Ok(data)
}

/// A source made to look changed, so that its macros run again; its time is put back afterwards, so that nothing
/// that is up to date is compiled again because of us.
struct Touched {
    file: fs::File,
    before: std::time::SystemTime,
}

impl Touched {
    fn new(path: &Path) -> Outcome<Self> {
        let told = |error: std::io::Error| format!("{} cannot be touched: {error}", path.display());
        let file = fs::File::options().append(true).open(path).map_err(told)?;
        let before = file.metadata().and_then(|about| about.modified()).map_err(told)?;
        file.set_modified(now()).map_err(told)?;
        Ok(Self { file, before })
    }
}

impl Drop for Touched {
    fn drop(&mut self) {
        // At worst something is compiled once more.
        let _ = self.file.set_modified(self.before);
    }
}

#[expect(clippy::disallowed_methods, reason = "a file's time, not the agenda's")]
fn now() -> std::time::SystemTime {
    std::time::SystemTime::now()
}
