//! Everything around the window that a desktop would offer, real but private: screen, session bus, keyring,
//! notification service, browser. Made anew for each test; nothing of it is left when it goes out of scope.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::app::App;
use crate::artefacts::Artefacts;
use crate::bus::Bus;
use crate::display::Display;
use crate::home::Home;
use crate::keyring::Keyring;
use crate::notifications::Notifications;
use crate::process::{Process, guarded};
use crate::tray::Tray;
use crate::trouble::{Outcome, Trouble, While};

/// The stage of one test. Fields are dropped in this order: services, then the bus and the screen, then the home.
pub struct Stage {
    /// The notification service.
    pub notifications: Notifications,
    /// The Secret Service, where there is one.
    pub keyring: Option<Keyring>,
    /// What is kept to look at.
    pub artefacts: Artefacts,
    bus: Bus,
    display: Display,
    home: Home,
}

impl Stage {
    /// Sets the stage for the test of this name, with everything.
    pub fn new(test: &str) -> Outcome<Self> {
        let mut stage = Self::without_keyring(test)?;
        stage.keyring = Some(Keyring::new(&stage.environment())?);
        Ok(stage)
    }

    /// A desktop without a Secret Service, as some Linux desktops are.
    pub fn without_keyring(test: &str) -> Outcome<Self> {
        let home = Home::new()?;
        let display = Display::new(&home.environment())?;
        let bus = Bus::new(&home)?;
        let environment = environment(&home, &bus, &display);
        Ok(Self {
            notifications: Notifications::new(&home, &environment)?,
            keyring: None,
            artefacts: Artefacts::new(test)?,
            bus,
            display,
            home,
        })
    }

    /// The data folder to give to the app; the same at every start.
    pub fn data_folder(&self) -> PathBuf {
        self.home.path("agenda")
    }

    /// Whether any file the app keeps holds these words: data, configuration, cache.
    pub fn data_holds(&self, words: &str) -> Outcome<bool> {
        let folders = ["agenda", "data", "config", "cache", "state"].map(|name| self.home.path(name));
        let mut command = guarded("grep", &self.environment());
        command
            .args([
                "--recursive",
                "--quiet",
                "--text",
                "--fixed-strings",
                "--no-messages",
                "--",
                words,
            ])
            .args(folders);
        // Where the keyring keeps its own: encrypted, and not ours.
        command.arg("--exclude-dir=keyrings");
        Ok(command.status().during("starting grep")?.success())
    }

    /// Starts the app that `VIRTUS_E2E_APP` names on the stage's data folder.
    pub fn open(&self, arguments: &[&str], extra: &[(&str, &str)]) -> Outcome<App> {
        let binary = std::env::var("VIRTUS_E2E_APP")
            .during("VIRTUS_E2E_APP must name the app's binary (`cargo xtask e2e` sets it)")?;
        if !Path::new(&binary).exists() {
            return Err(Trouble(format!(
                "VIRTUS_E2E_APP names {binary}, which is not there"
            )));
        }
        let folder = self.data_folder().to_string_lossy().into_owned();
        let mut all = vec!["--data-dir".to_owned(), folder];
        all.extend(arguments.iter().map(|argument| (*argument).to_owned()));
        self.open_program(&binary, &all, extra)
    }

    /// Starts any program with a WebKitGTK window.
    pub fn open_program(&self, binary: &str, arguments: &[String], extra: &[(&str, &str)]) -> Outcome<App> {
        let mut environment = self.environment();
        for name in ["VIRTUS_LOG", "RUST_BACKTRACE"] {
            environment.extend(std::env::var(name).map(|value| (name.to_owned(), value)));
        }
        environment.extend(
            extra
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        );
        App::start(binary, arguments, &environment, &self.artefacts)
    }

    /// Closes the window in front as a person does, by the window manager's key.
    pub fn close_front_window(&self) -> Outcome {
        let keys = ["key", "--clearmodifiers", "alt+F4"];
        let pressed = guarded("xdotool", &self.environment()).args(keys).status();
        if pressed.during("starting xdotool")?.success() {
            Ok(())
        } else {
            Err(Trouble::new("xdotool could not press alt+F4"))
        }
    }

    /// The titles of the windows on the screen.
    pub fn titles_on_screen(&self) -> Outcome<Vec<String>> {
        let mut command = guarded("xdotool", &self.environment());
        command
            .args(["search", "--onlyvisible", "--name", ".", "getwindowname", "%@"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let output = command.output().during("starting xdotool")?;
        let titles = String::from_utf8_lossy(&output.stdout).into_owned();
        Ok(titles.lines().map(str::to_owned).collect())
    }

    /// A place where tray icons are shown. Without one, this desktop has no tray.
    pub fn show_tray(&self) -> Outcome<Tray> {
        Tray::new(&self.home, &self.environment())
    }

    /// Runs a program on the stage to its end, and answers what it wrote.
    pub fn run(&self, program: &str, arguments: &[&str]) -> Outcome<String> {
        let mut command = guarded(program, &self.environment());
        command.args(arguments).stdout(Stdio::piped());
        let output = command.output().during(format!("starting {program}"))?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(Trouble(format!("{program} ended with {}", output.status)))
        }
    }

    /// A file or folder of the person at this desktop.
    pub fn home(&self, name: &str) -> PathBuf {
        self.home.path(name)
    }

    /// Starts a program that nobody drives.
    pub fn start(&self, program: &str, arguments: &[&str], extra: &[(&str, &str)]) -> Outcome<Process> {
        let mut command = guarded(program, &self.environment());
        command
            .args(arguments)
            .envs(extra.iter().copied())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        Process::start(program, &mut command)
    }

    /// Every address the browser was asked to open, oldest first.
    pub fn opened(&self) -> Vec<String> {
        self.home.opened()
    }

    /// What is on the clipboard, as another program would paste it.
    pub fn clipboard(&self) -> Outcome<String> {
        let mut command = guarded("xclip", &self.environment());
        command
            .args(["-selection", "clipboard", "-out"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let output = command.output().during("starting xclip")?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// The screen, as DISPLAY names it.
    pub(crate) fn display(&self) -> &str {
        &self.display.name
    }

    /// The environment of a program on the stage.
    pub fn environment(&self) -> Vec<(String, String)> {
        environment(&self.home, &self.bus, &self.display)
    }
}

fn environment(home: &Home, bus: &Bus, display: &Display) -> Vec<(String, String)> {
    let mut environment = home.environment();
    environment.push(("DISPLAY".to_owned(), display.name.clone()));
    environment.push(("DBUS_SESSION_BUS_ADDRESS".to_owned(), bus.address.clone()));
    environment
}
