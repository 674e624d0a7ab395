//! Takes the pictures of the documentation: the real window with the demonstration's data, on a fixed day.
//!
//! `screenshots FOLDER`. Leaves out what is not a screen: menus, tooltips.
#![allow(clippy::print_stdout, reason = "a program of the command line")]

mod picture;

use std::path::{Path, PathBuf};

use e2e::{Demonstration, Outcome, Stage, Trouble, While, Window, Words, tour};

/// Width and height of the page.
type Size = (u32, u32);

/// A theme, and the sizes in which it is seen.
type Look = (&'static str, &'static [Size]);

const WIDE: Size = (1440, 900);
const NARROW: Size = (900, 600);

/// In which light and sizes the screens are seen in each language. The narrow ones are there to see that nothing is cut off:
/// the longer language and the other theme show that.
const LOOKS: [(&str, [Look; 2]); 2] = [
    ("fr", [("light", &[WIDE, NARROW]), ("dark", &[WIDE])]),
    ("en", [("light", &[WIDE]), ("dark", &[WIDE, NARROW])]),
];

fn main() -> Outcome {
    let folder = std::env::args()
        .nth(1)
        .map(PathBuf::from)
        .ok_or_else(|| Trouble::new("name a folder"))?;
    let mut taken = 0;
    for (language, looks) in LOOKS {
        taken += take(language, &looks, &folder)?;
        for theme in ["light", "dark"] {
            taken += take_first_start(language, theme, &folder)?;
        }
    }
    println!("{taken} pictures in {}", folder.display());
    Ok(())
}

/// Takes those of one language, of an agenda whose own words are of that language too.
fn take(language: &str, looks: &[Look], folder: &Path) -> Outcome<usize> {
    let demonstration = Demonstration::open(&format!("screenshots-{language}"), language)?;
    let window = &demonstration.app.window;
    let words = Words::read(language)?;
    let mut taken = 0;
    for (theme, sizes) in looks {
        demonstration.wear(language, theme)?;
        for &(width, height) in *sizes {
            window.resize(width, height)?;
            let ending = if (width, height) == NARROW { "-narrow" } else { "" };
            taken += tour::visit(&demonstration, &words, |window, screen| {
                keep(
                    window,
                    &folder.join(format!("{screen}-{language}-{theme}{ending}.png")),
                )
            })?;
        }
    }
    Ok(taken)
}

/// Takes those of a first start on a desktop of that theme.
fn take_first_start(language: &str, theme: &str, folder: &Path) -> Outcome<usize> {
    let stage = Stage::new(&format!("screenshots-first-start-{language}-{theme}"))?;
    let desktop = if theme == "dark" {
        "Adwaita:dark"
    } else {
        "Adwaita"
    };
    let app = stage.open(&[], &[("LANG", language), ("GTK_THEME", desktop)])?;
    app.window.resize(WIDE.0, WIDE.1)?;
    let mut taken = 0;
    tour::first_start(&app.window, &Words::read(language)?, |window, screen| {
        taken += 1;
        keep(window, &folder.join(format!("{screen}-{language}-{theme}.png")))
    })?;
    Ok(taken)
}

fn keep(window: &Window, file: &Path) -> Outcome {
    let picture = picture::small(&window.screenshot()?)?;
    std::fs::write(file, picture).during(format!("writing {}", file.display()))?;
    println!("  {}", file.display());
    Ok(())
}
