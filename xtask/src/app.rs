//! `cargo xtask run`: from a fresh checkout to the open window.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::package::Purpose;
use crate::{Outcome, cargo, command, demo, place, system, ui};

/// What the person asked for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Wishes {
    demo: bool,
    data_folder: Option<PathBuf>,
    rest: Vec<String>,
}

/// Builds what changed, opens the window, answers with the app's own exit code.
pub fn run(words: &[&str]) -> Outcome<ExitCode> {
    let wishes = read(words)?;
    if !has_screen() {
        return Err(
            "There is no display here to open a window on (neither WAYLAND_DISPLAY nor DISPLAY is set); \
                    `cargo xtask screenshots` takes pictures of the real window on a virtual screen."
                .to_owned(),
        );
    }
    build()?;
    if wishes.demo {
        return demo::run(&wishes.rest);
    }
    let mut app = command::command(place::program("virtus-planning"));
    if let Some(folder) = &wishes.data_folder {
        // As the person meant it: from where they stand, not from the project's root.
        let folder = std::path::absolute(folder).map_err(|error| format!("--data-dir: {error}"))?;
        app.arg("--data-dir").arg(folder);
    }
    let status = app
        .args(&wishes.rest)
        .status()
        .map_err(|error| format!("the app could not be started: {error}"))?;
    Ok(exit_code(status))
}

/// System packages, interface, app and the stand-in for Daily.
pub fn build() -> Outcome {
    system::prepare(Purpose::Build)?;
    ui::build()?;
    command::run(cargo::cargo().arg("build").args(cargo::APP).arg("--bins"))
}

/// The exit code of an app that ended, 1 if a signal ended it.
pub fn exit_code(status: std::process::ExitStatus) -> ExitCode {
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    code.map_or(ExitCode::FAILURE, ExitCode::from)
}

fn read(words: &[&str]) -> Outcome<Wishes> {
    let mut wishes = Wishes::default();
    let mut words = words.iter();
    while let Some(&word) = words.next() {
        match word {
            "--demo" => wishes.demo = true,
            "--data-dir" => {
                let folder = words.next().ok_or("--data-dir needs a folder")?;
                wishes.data_folder = Some(PathBuf::from(folder));
            }
            "--" => wishes.rest.extend(words.by_ref().map(|word| (*word).to_owned())),
            unknown => {
                return Err(format!(
                    "`run` does not know `{unknown}`; what is for the app goes after `--`"
                ));
            }
        }
    }
    if wishes.demo && wishes.data_folder.is_some() {
        return Err("--demo keeps nothing, so it takes no --data-dir".to_owned());
    }
    Ok(wishes)
}

fn has_screen() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("WAYLAND_DISPLAY") || is_set("DISPLAY")
}

#[cfg(test)]
mod tests {
    use super::{Wishes, read};

    #[test]
    fn what_follows_two_dashes_is_the_apps() {
        let wishes = read(&["--data-dir", "x", "--", "--demo"]);
        let rest = vec!["--demo".to_owned()];
        assert_eq!(
            wishes,
            Ok(Wishes {
                demo: false,
                data_folder: Some("x".into()),
                rest
            })
        );
    }

    #[test]
    fn a_demo_never_touches_a_persons_data() {
        assert!(
            read(&["--demo", "--data-dir", "x"]).is_err(),
            "a demo in a real folder would fill it"
        );
        assert!(read(&["--data-dir"]).is_err());
        assert!(
            read(&["--hidden"]).is_err(),
            "unknown words must not be swallowed"
        );
    }
}
