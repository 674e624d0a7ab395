//! The system's own dialogs for files, answered as a person with a keyboard does.

use std::path::Path;
use std::time::Duration;

use crate::by::By;
use crate::stage::Stage;
use crate::trouble::{Outcome, Trouble};
use crate::window::Window;

impl Stage {
    /// Clicks a button that asks for a file, and chooses one: ctrl+L opens the field for that.
    pub fn choose_file(&self, window: &Window, button: &By, file: &Path) -> Outcome {
        self.answer_dialog(window, button, &["ctrl+l", "ctrl+a"], file)
    }

    /// Clicks a button that asks where a file goes, and answers.
    pub fn save_file(&self, window: &Window, button: &By, file: &Path) -> Outcome {
        self.answer_dialog(window, button, &["ctrl+a"], file)
    }

    /// Types a path into the dialog that `button` opens; `first` are the keys that make room for it.
    fn answer_dialog(&self, window: &Window, button: &By, first: &[&str], file: &Path) -> Outcome {
        let path = file
            .to_str()
            .ok_or_else(|| Trouble::new("a path that is no text"))?;
        let before = self.titles_on_screen()?;
        window.click(button)?;
        let dialog = window.wait_for("the system's dialog", Duration::from_secs(15), || {
            let now = self.titles_on_screen().ok()?;
            now.into_iter().find(|title| !before.contains(title))
        })?;
        let make_room: Vec<&str> = std::iter::once("key").chain(first.iter().copied()).collect();
        // It is on the screen before it listens to the keyboard.
        window.wait_for("the path to be taken", Duration::from_secs(30), || {
            let to_it = [
                "search",
                "--onlyvisible",
                "--name",
                &dialog,
                "windowactivate",
                "--sync",
            ];
            self.run("xdotool", &to_it).ok()?;
            self.run("xdotool", &make_room).ok()?;
            self.run("xdotool", &["type", "--delay", "30", path]).ok()?;
            self.run("xdotool", &["key", "Return"]).ok()?;
            std::thread::sleep(Duration::from_secs(1));
            let gone = !self.titles_on_screen().ok()?.contains(&dialog);
            gone.then_some(())
        })
    }
}
