//! Files beside the database: made for their owner alone, and on the disk before they count.

use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions},
    io,
    path::{Path, PathBuf},
};

use tokio::task::spawn_blocking;

use crate::{Error, Result};

/// Does what waits for the disk where waiting holds nobody up.
pub(crate) async fn off_the_runtime<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T> {
    match spawn_blocking(work).await {
        Ok(done) => Ok(done?),
        Err(broken) => Err(Error::Database(sqlx::Error::Io(io::Error::other(broken)))),
    }
}

/// Makes an empty file that only its owner may read. Refuses one that is there.
pub(crate) fn make_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes a folder, and those above it, that only its owner may enter.
pub(crate) fn make_private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Copies into a new private file, which is on the disk when this returns.
pub(crate) fn copy_private(from: &Path, to: &Path) -> io::Result<()> {
    let mut copy = make_private(to)?;
    io::copy(&mut File::open(from)?, &mut copy)?;
    copy.sync_all()
}

/// Writes a finished file to the disk, then gives it its name, in place of what had it.
pub(crate) fn put_in_place(finished: &Path, name: &Path) -> io::Result<()> {
    OpenOptions::new().write(true).open(finished)?.sync_all()?;
    fs::rename(finished, name)?;
    sync_folder_of(name)
}

/// Makes a rename last through a power cut. Windows does so by itself, and opens no folders.
pub(crate) fn sync_folder_of(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

/// The path with something after its whole name, as SQLite names what belongs to a file: `agenda.db-wal`.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

/// Removes a file if it is there.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
