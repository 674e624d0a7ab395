//! Where the agenda is kept, and who may read it: nobody but its owner.

use std::{io, path::PathBuf};

use tauri::{AppHandle, Manager};

use crate::args::Args;

/// The folder of the agenda, made when missing: `--data-dir`, or the system's place for application data.
pub(crate) fn data_folder(app: &AppHandle, args: &Args) -> tauri::Result<PathBuf> {
    let folder = match &args.data_dir {
        Some(folder) => folder.clone(),
        None => app.path().app_local_data_dir()?,
    };
    if let Err(error) = make_private(&folder) {
        // The database says it better, in the window: it cannot be opened there.
        tracing::error!(%error, folder = %folder.display(), "the data folder cannot be made");
    }
    Ok(folder)
}

#[cfg(unix)]
fn make_private(folder: &std::path::Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
}

/// Windows keeps a user's application data from other users by itself.
#[cfg(not(unix))]
fn make_private(folder: &std::path::Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)
}
