//! Where the agenda is kept, and who may read it: nobody but its owner.

use std::{
    io,
    path::{Path, PathBuf},
};

use crate::args::Args;

/// What the application is called in the system's place for application data; the same as in `tauri.conf.json`.
const IDENTIFIER: &str = "app.virtus.planning";

/// The folder of the agenda: `--data-dir`, or the system's place for application data. It is made when missing.
pub(crate) fn data_folder(args: &Args) -> PathBuf {
    let folder = args.data_dir.clone().unwrap_or_else(system_place);
    if let Err(error) = make_private(&folder) {
        // The database says it better, in the window: it cannot be opened there.
        tracing::error!(%error, folder = %folder.display(), "the data folder cannot be made");
    }
    folder
}

fn system_place() -> PathBuf {
    // A system that names no such place is given the folder the program was started in.
    dirs::data_local_dir().unwrap_or_default().join(IDENTIFIER)
}

#[cfg(unix)]
fn make_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
}

/// Windows keeps a user's application data from other users by itself.
#[cfg(not(unix))]
fn make_private(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_has_the_name_of_the_application() {
        let configuration = include_str!("../../tauri.conf.json");
        assert!(configuration.contains(&format!("\"identifier\": \"{IDENTIFIER}\"")));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_look_into_it() {
        use std::os::unix::fs::PermissionsExt;
        let somewhere = tempfile::tempdir().unwrap();
        let args = Args {
            data_dir: Some(somewhere.path().join("agenda")),
            demo: false,
        };
        let mode = std::fs::metadata(data_folder(&args))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}
