//! Where the agenda is kept, and who may read it: nobody but its owner.

use std::{
    io,
    path::{Path, PathBuf},
};

use crate::args::Args;

/// What the application is called in the system's place for application data; the same as in `tauri.conf.json`.
const IDENTIFIER: &str = "app.virtus.planning";

/// The folder of the agenda: `--data-dir`, or the system's place for application data. Made when missing, and then for
/// its owner alone; one that was there keeps its permissions, as it may be there for more than this.
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

/// Makes a folder, when missing, that only its owner may enter.
#[cfg(unix)]
pub(crate) fn make_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

/// Windows keeps a user's application data from other users by itself.
#[cfg(not(unix))]
pub(crate) fn make_private(folder: &Path) -> io::Result<()> {
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
            hidden: false,
            link: None,
        };
        let mode = std::fs::metadata(data_folder(&args))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o700);
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_was_there_keeps_its_permissions() {
        use std::os::unix::fs::PermissionsExt;
        let somewhere = tempfile::tempdir().unwrap();
        std::fs::set_permissions(somewhere.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
        let args = Args {
            data_dir: Some(somewhere.path().to_owned()),
            demo: false,
            hidden: false,
            link: None,
        };
        let mode = std::fs::metadata(data_folder(&args))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o755, "others may need what else is in it");
    }
}
