//! Takes the pictures of the documentation: the real window with the demonstration's data, on a fixed day.
//!
//! `screenshots FOLDER`. Leaves out what is not a screen: menus, tooltips, the first run.
#![allow(clippy::print_stdout, reason = "a program of the command line")]

mod picture;

use std::path::{Path, PathBuf};

use e2e::{Demonstration, Outcome, Trouble, While, Window, Words, tour};

/// Width and height of the page.
type Size = (u32, u32);

const WIDE: Size = (1440, 900);
const NARROW: Size = (900, 600);

/// In which language, light and sizes the screens are seen. The narrow ones are there to see that nothing is cut off:
/// the longer language and the other theme show that.
const LOOKS: [(&str, &str, &[Size]); 4] = [
    ("fr", "light", &[WIDE, NARROW]),
    ("fr", "dark", &[WIDE]),
    ("en", "light", &[WIDE]),
    ("en", "dark", &[WIDE, NARROW]),
];

fn main() -> Outcome {
    let folder = std::env::args()
        .nth(1)
        .map(PathBuf::from)
        .ok_or_else(|| Trouble::new("name a folder"))?;
    let demonstration = Demonstration::open("screenshots")?;
    let window = &demonstration.app.window;
    let mut taken = 0;
    for (language, theme, sizes) in LOOKS {
        let words = Words::read(language)?;
        demonstration.wear(language, theme)?;
        for &(width, height) in sizes {
            window.resize(width, height)?;
            let ending = if (width, height) == NARROW { "-narrow" } else { "" };
            taken += tour::visit(window, &words, |window, screen| {
                keep(
                    window,
                    &folder.join(format!("{screen}-{language}-{theme}{ending}.png")),
                )
            })?;
        }
    }
    println!("{taken} pictures in {}", folder.display());
    Ok(())
}

fn keep(window: &Window, file: &Path) -> Outcome {
    let picture = picture::small(&window.screenshot()?)?;
    std::fs::write(file, picture).during(format!("writing {}", file.display()))?;
    println!("  {}", file.display());
    Ok(())
}
