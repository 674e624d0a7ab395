//! How the program lives on this computer: kept beside the agenda, not in it, since it is this computer's and is needed
//! before the agenda is read.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use api::Theme;
use serde::{Deserialize, Serialize};

/// What they are called in the data folder.
const FILE: &str = "desktop.json";

/// How the program lives on this computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Habits {
    /// Closing the window leaves the program in the tray, where there is one.
    pub(crate) keep_in_tray: bool,
    /// The coach was told so.
    pub(crate) told_of_tray: bool,
    /// What the coach chose to see, known before the agenda is read, so that the window opens in it.
    pub(crate) theme: Theme,
}

impl Default for Habits {
    fn default() -> Self {
        Self {
            keep_in_tray: true,
            told_of_tray: false,
            theme: Theme::System,
        }
    }
}

/// The habits in their file.
pub(crate) struct KeptHabits {
    file: PathBuf,
    habits: Mutex<Habits>,
}

impl KeptHabits {
    /// Those of a data folder; the usual ones when nothing readable is there.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        let file = folder.join(FILE);
        let kept = fs::read(&file).ok();
        let habits = kept.and_then(|text| serde_json::from_slice(&text).ok());
        Self {
            file,
            habits: Mutex::new(habits.unwrap_or_default()),
        }
    }

    /// As they are.
    pub(crate) fn get(&self) -> Habits {
        *self.habits.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps the theme for the next start; written only when it is another one.
    pub(crate) fn keep_theme(&self, theme: Theme) {
        if self.get().theme == theme {
            return;
        }
        if let Err(error) = self.change(|it| it.theme = theme) {
            tracing::warn!(%error, "the next start does not know the theme");
        }
    }

    /// Changes them. They hold for this run also when they cannot be written.
    pub(crate) fn change(&self, change: impl FnOnce(&mut Habits)) -> io::Result<()> {
        let mut habits = self.habits.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut habits);
        let text = serde_json::to_vec_pretty(&*habits)?;
        // Whole or not at all: a power cut leaves the old file.
        let draft = self.file.with_extension("json.new");
        fs::write(&draft, text)?;
        fs::rename(&draft, &self.file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn habits_outlive_the_program() {
        let folder = tempfile::tempdir().unwrap();
        let kept = KeptHabits::in_folder(folder.path());
        assert!(kept.get().keep_in_tray);
        kept.change(|it| it.keep_in_tray = false).unwrap();
        let again = KeptHabits::in_folder(folder.path()).get();
        assert_eq!((again.keep_in_tray, again.told_of_tray), (false, false));
    }

    #[test]
    fn the_theme_is_known_at_the_next_start_before_the_agenda_is_read() {
        let folder = tempfile::tempdir().unwrap();
        KeptHabits::in_folder(folder.path()).keep_theme(Theme::Dark);
        assert_eq!(KeptHabits::in_folder(folder.path()).get().theme, Theme::Dark);
    }

    #[test]
    fn an_unreadable_file_means_the_usual_habits() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE), "{\"keep_in_tray\": 7").unwrap();
        assert_eq!(KeptHabits::in_folder(folder.path()).get(), Habits::default());
        fs::write(folder.path().join(FILE), "{\"keep_in_tray\": false}").unwrap();
        assert!(
            !KeptHabits::in_folder(folder.path()).get().keep_in_tray,
            "older files say less"
        );
    }
}
