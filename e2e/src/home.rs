//! The folders one run lives in: nothing of the developer's own HOME, session bus or keyring is read or written.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::trouble::{Outcome, While};

/// A throwaway HOME with its XDG folders, and the fake programs in front of PATH.
pub struct Home {
    folder: tempfile::TempDir,
}

/// The browser of the stage: writes down what it was asked to open.
const FAKE_BROWSER: &str = "#!/bin/sh\nprintf '%s\\n' \"$1\" >> \"$VIRTUS_E2E_OPENED\"\n";

impl Home {
    /// Makes the folders.
    pub fn new() -> Outcome<Self> {
        let folder = tempfile::Builder::new()
            .prefix("virtus-e2e-")
            .tempdir()
            .during("making a home")?;
        let home = Self { folder };
        for name in ["bin", "config", "data", "cache", "state", "run"] {
            fs::create_dir(home.path(name)).during("making a home")?;
        }
        // The runtime folder must be the person's alone, or the keyring daemon refuses it.
        fs::set_permissions(home.path("run"), fs::Permissions::from_mode(0o700))
            .during("closing the runtime folder")?;
        for program in ["xdg-open", "gio", "gnome-open", "kde-open", "wslview"] {
            let file = home.path("bin").join(program);
            fs::write(&file, FAKE_BROWSER).during("writing the fake browser")?;
            fs::set_permissions(&file, fs::Permissions::from_mode(0o755))
                .during("making the fake browser run")?;
        }
        Ok(home)
    }

    /// A file or folder of this home.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The whole environment of every process on the stage.
    pub fn environment(&self) -> Vec<(String, String)> {
        let path = format!("{}:/usr/local/bin:/usr/bin:/bin", text(&self.path("bin")));
        let mut environment = vec![
            ("PATH".to_owned(), path),
            ("HOME".to_owned(), text(self.folder.path())),
            ("VIRTUS_E2E_OPENED".to_owned(), text(&self.path("opened"))),
            ("LANG".to_owned(), "C.UTF-8".to_owned()),
            ("TZ".to_owned(), "Europe/Paris".to_owned()),
            // No accessibility bus, no portals, no GPU: none of them is on this stage.
            ("NO_AT_BRIDGE".to_owned(), "1".to_owned()),
            ("GTK_USE_PORTAL".to_owned(), "0".to_owned()),
            ("GSETTINGS_BACKEND".to_owned(), "memory".to_owned()),
            ("LIBGL_ALWAYS_SOFTWARE".to_owned(), "1".to_owned()),
        ];
        for (variable, folder) in [
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_RUNTIME_DIR", "run"),
        ] {
            environment.push((variable.to_owned(), text(&self.path(folder))));
        }
        environment
    }

    /// Every address the fake browser was asked to open, oldest first.
    pub fn opened(&self) -> Vec<String> {
        let record = fs::read_to_string(self.path("opened")).unwrap_or_default();
        record.lines().map(str::to_owned).collect()
    }
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
