//! Files for the coach to keep or pass on. They go where downloads go, never over another file; the web view names no
//! path and reads none.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use serde::Serialize;
use specta::Type;

/// Files that were written.
#[derive(Debug, Serialize, Type)]
pub(crate) struct Exported {
    /// Their folder, to be read by people.
    folder: String,
    /// What they are called.
    files: Vec<String>,
}

/// Writes each content beside the others, under `stem` and its ending.
pub(crate) fn write(folder: &Path, stem: &str, contents: &[(&str, &str)]) -> io::Result<Exported> {
    fs::create_dir_all(folder)?;
    let mut files = Vec::with_capacity(contents.len());
    for (ending, content) in contents {
        let (mut file, name) = new_file(folder, stem, ending)?;
        file.write_all(content.as_bytes())?;
        files.push(name);
    }
    Ok(Exported {
        folder: folder.display().to_string(),
        files,
    })
}

/// The user's folder of downloads; where there is none, one beside the agenda.
pub(crate) fn downloads(beside: &Path) -> PathBuf {
    dirs::download_dir().unwrap_or_else(|| beside.join("exports"))
}

/// A file that was not there: "lea.json", "lea-2.json", …
fn new_file(folder: &Path, stem: &str, ending: &str) -> io::Result<(File, String)> {
    let names = std::iter::once(format!("{stem}.{ending}"))
        .chain((2..1_000).map(|number| format!("{stem}-{number}.{ending}")));
    for name in names {
        match private().open(folder.join(&name)) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            opened => return Ok((opened?, name)),
        }
    }
    Err(io::Error::from(io::ErrorKind::AlreadyExists))
}

/// What is said in confidence is its owner's to read.
fn private() -> fs::OpenOptions {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let contents = [("json", "{}"), ("html", "<p>")];
        assert_eq!(
            write(folder.path(), "lea", &contents).unwrap().files,
            ["lea.json", "lea.html"]
        );
        let again = write(folder.path(), "lea", &[("json", "new")]).unwrap();
        assert_eq!(again.files, ["lea-2.json"]);
        assert_eq!(fs::read_to_string(folder.path().join("lea.json")).unwrap(), "{}");
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_what_is_exported() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "lea", &[("json", "{}")]).unwrap();
        let mode = fs::metadata(folder.path().join("lea.json"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
