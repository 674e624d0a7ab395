//! Takes the pictures of the documentation: the real window with the demonstration's data, on a fixed day.
//!
//! `screenshots FOLDER`. The interface's own message files give the words to click on, so that a changed wording does
//! not break it. Leaves out what is not a screen: menus, tooltips, the first run.
#![allow(clippy::print_stdout, reason = "a program of the command line")]

mod picture;
mod screens;
mod words;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use e2e::{App, Outcome, Stage, Trouble, While, Window};
use serde_json::json;
use testkit::daily::{DailyStandIn, Setup};

use words::Words;

/// A Wednesday morning, with a session just behind and several ahead.
const DAY: &str = "2027-03-03T08:38:00Z";
const KEY: &str = "5f3c1a9e7b2d48c6a0e1f4b7d9c2e8a3";
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
    let runtime = tokio::runtime::Runtime::new().during("starting tokio")?;
    let day: DateTime<Utc> = DAY.parse().during("reading the day")?;
    let setup = Setup {
        key: KEY.to_owned(),
        domain: "virtus-demo".to_owned(),
        ..Setup::default()
    };
    let daily = runtime.block_on(DailyStandIn::start_with(Arc::new(move || day), setup));
    let daily = daily.during("starting the stand-in")?;

    let stage = Stage::new("screenshots")?;
    let environment = [
        ("VIRTUS_CLOCK", DAY),
        ("VIRTUS_DAILY_URL", &daily.url()),
        ("VIRTUS_DEMO_KEY", KEY),
    ];
    let app = stage.open(&["--demo"], &environment)?;
    let mut taken = 0;
    for (language, theme, sizes) in LOOKS {
        let words = Words::read(language)?;
        wear(&app, language, theme)?;
        for &(width, height) in sizes {
            app.window.resize(width, height)?;
            let ending = if (width, height) == NARROW { "-narrow" } else { "" };
            taken += screens::visit(&app.window, &words, |window, screen| {
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

/// Changes language and theme as the settings would, and starts the interface anew.
fn wear(app: &App, language: &str, theme: &str) -> Outcome {
    let change = "const [language, theme] = arguments; const { invoke } = window.__TAURI_INTERNALS__;
        return invoke('get_settings').then((settings) =>
            invoke('update_settings', { settings: { ...settings, language, theme } })).then(() => location.reload())";
    // The answer may be lost with the page that asked.
    let _ = app.window.run(change, &json!([language, theme]));
    app.window
        .wait_for("the language", std::time::Duration::from_secs(20), || {
            let shown = app
                .window
                .run("return document.documentElement.lang", &json!([]))
                .ok()?;
            (shown == language).then_some(())
        })
        .or_else(|_| app.window.find(&e2e::By::any("navigation")).map(drop))
}

fn keep(window: &Window, file: &Path) -> Outcome {
    let picture = picture::small(&window.screenshot()?)?;
    std::fs::write(file, picture).during(format!("writing {}", file.display()))?;
    println!("  {}", file.display());
    Ok(())
}
