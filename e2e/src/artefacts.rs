//! What a run leaves to look at: a picture of each step and the app's own log, under `target/e2e-artefacts/TEST`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::trouble::{Outcome, While};

/// The folder of one test.
#[derive(Clone)]
pub struct Artefacts {
    folder: PathBuf,
    // Shared by every window of the test, so that the pictures stay in order over restarts.
    steps: Arc<AtomicU32>,
}

impl Artefacts {
    /// Empties the folder of this test, so that old pictures are not taken for new ones.
    pub fn new(test: &str) -> Outcome<Self> {
        let folder = target().join("e2e-artefacts").join(test);
        if folder.exists() {
            fs::remove_dir_all(&folder).during("emptying the artefacts")?;
        }
        fs::create_dir_all(&folder).during("making the folder of artefacts")?;
        Ok(Self {
            folder,
            steps: Arc::default(),
        })
    }

    /// Where they are.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Keeps a picture, numbered.
    pub(crate) fn keep(&self, name: &str, picture: &[u8]) -> Outcome {
        let file = self.folder.join(format!("{:02}-{name}.png", self.next()));
        fs::write(&file, picture).during(format!("writing {}", file.display()))
    }

    /// A new log for a start of the app.
    pub(crate) fn log(&self) -> Outcome<fs::File> {
        let file = self.folder.join(format!("{:02}-app.log", self.next()));
        fs::File::create(&file).during(format!("making {}", file.display()))
    }

    /// Everything the app logged so far, over all its starts.
    pub fn logs(&self) -> String {
        let Ok(entries) = fs::read_dir(&self.folder) else {
            return String::new();
        };
        let logs = entries.flatten().map(|entry| entry.path());
        logs.filter(|path| path.extension().is_some_and(|end| end == "log"))
            .filter_map(|path| fs::read_to_string(path).ok())
            .collect()
    }

    fn next(&self) -> u32 {
        self.steps.fetch_add(1, Ordering::Relaxed) + 1
    }
}

/// The target folder this program was built into: `TARGET/debug/deps/TEST` or `TARGET/debug/NAME`.
fn target() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    let profile = program
        .ancestors()
        .skip(1)
        .find(|folder| folder.file_name().is_some_and(|name| name != "deps"));
    profile
        .and_then(Path::parent)
        .map_or_else(|| PathBuf::from("target"), Path::to_path_buf)
}
