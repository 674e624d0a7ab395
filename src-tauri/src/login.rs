//! Starting with the computer's session, hidden in the tray. Off until the coach asks for it.
//!
//! auto-launch writes a desktop entry, a launch agent or a registry value, and puts the command into it as it is given.
//! Each of the three reads a command in its own way, and ours holds paths: so it is quoted here.

use std::env;

use auto_launch::AutoLaunch;

use crate::args::Args;

/// What it is called in the system's list of such programs.
const NAME: &str = "Virtus Planning";

/// The entry of this program among what starts with the session.
pub(crate) struct Login(Option<AutoLaunch>);

impl Login {
    /// Of a program that was started so.
    pub(crate) fn new(args: &Args) -> Self {
        let mut words = vec!["--hidden".to_owned()];
        if let Some(folder) = &args.data_dir {
            words.extend(["--data-dir".to_owned(), folder.display().to_string()]);
        }
        let words: Vec<_> = words.iter().map(|word| quoted(word)).collect();
        Self(program().map(|program| entry(&quoted(&program), &words)))
    }

    /// Whether it is started so.
    pub(crate) fn is_on(&self) -> bool {
        self.0
            .as_ref()
            .is_some_and(|entry| entry.is_enabled().unwrap_or(false))
    }

    /// Changes that; the text of an error is for the log.
    pub(crate) fn set(&self, on: bool) -> Result<(), String> {
        let entry = self.0.as_ref().ok_or("the program does not know its own place")?;
        let changed = if on { entry.enable() } else { entry.disable() };
        // Some systems refuse to take away what is not there.
        match changed {
            Err(error) if self.is_on() != on => Err(error.to_string()),
            _ => Ok(()),
        }
    }
}

/// Where the program is. An `AppImage` is unpacked elsewhere at each start: what starts again is the image.
fn program() -> Option<String> {
    let image = env::var("APPIMAGE").ok().filter(|_| cfg!(target_os = "linux"));
    image.or_else(|| Some(env::current_exe().ok()?.display().to_string()))
}

#[cfg(target_os = "linux")]
fn entry(program: &str, words: &[String]) -> AutoLaunch {
    AutoLaunch::new(NAME, program, auto_launch::LinuxLaunchMode::XdgAutostart, words)
}

#[cfg(target_os = "macos")]
fn entry(program: &str, words: &[String]) -> AutoLaunch {
    let mode = auto_launch::MacOSLaunchMode::LaunchAgent;
    AutoLaunch::new(NAME, program, mode, words, &["app.virtus.planning"], "")
}

#[cfg(target_os = "windows")]
fn entry(program: &str, words: &[String]) -> AutoLaunch {
    let mode = auto_launch::WindowsEnableMode::CurrentUser;
    AutoLaunch::new(NAME, program, mode, words)
}

/// A word of `Exec` in a desktop entry: quoted by the rules for `Exec`, then escaped as any string of such a file.
/// <https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html>
#[cfg(target_os = "linux")]
fn quoted(word: &str) -> String {
    let mut quoted = String::from('"');
    for letter in word.chars() {
        match letter {
            '"' | '`' | '$' => quoted.extend(["\\\\", letter.encode_utf8(&mut [0; 4])]),
            '\\' => quoted.push_str("\\\\\\\\"),
            '%' => quoted.push_str("%%"),
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

/// A string of a property list.
#[cfg(target_os = "macos")]
fn quoted(word: &str) -> String {
    word.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// A word of a command line. No path holds a quotation mark there; a backslash before the closing one would hide it.
#[cfg(target_os = "windows")]
fn quoted(word: &str) -> String {
    let backslashes = word.len() - word.trim_end_matches('\\').len();
    format!("\"{word}{}\"", "\\".repeat(backslashes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_os = "linux")]
    #[test]
    fn a_path_with_any_sign_is_one_word_of_the_command() {
        assert_eq!(quoted("--hidden"), "\"--hidden\"");
        assert_eq!(quoted("/home/léa/Mes agendas"), "\"/home/léa/Mes agendas\"");
        // `"` is `\"` for Exec, and `\` is `\\` in every string of the file.
        assert_eq!(quoted(r#"a"b"#), r#""a\\"b""#);
        assert_eq!(quoted(r"a\b"), r#""a\\\\b""#);
        assert_eq!(quoted("100 % $HOME"), r#""100 %% \\$HOME""#);
    }

    #[cfg(target_os = "macos")]
    #[test]
    fn a_path_with_any_sign_is_one_string_of_the_list() {
        assert_eq!(quoted("/Volumes/Léa & <Marc>"), "/Volumes/Léa &amp; &lt;Marc&gt;");
    }

    #[cfg(target_os = "windows")]
    #[test]
    fn a_path_with_any_sign_is_one_word_of_the_command() {
        assert_eq!(quoted(r"C:\Program Files\Virtus"), r#""C:\Program Files\Virtus""#);
        assert_eq!(quoted(r"D:\"), r#""D:\\""#);
    }
}
