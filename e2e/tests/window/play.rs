//! One test's stage with Daily beside it, and the things every coach does.

use std::{path::PathBuf, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use e2e::{App, By, Outcome, Stage, Trouble, While, Window};

use crate::daily::{Daily, KEY};

/// Tuesday 2 March 2027, 10:48:50 in Paris: between two starts of the grid, in the middle of the morning's hours.
pub(crate) const MORNING: &str = "2027-03-02T09:48:50Z";
pub(crate) const COACH: &str = "Camille Martin";
pub(crate) const CLIENT: &str = "Léa Dupuis";

/// A stage with Daily.
pub(crate) struct Play {
    pub(crate) daily: Daily,
    pub(crate) stage: Stage,
}

impl Play {
    pub(crate) fn new(test: &str) -> Outcome<Self> {
        Ok(Self {
            daily: Daily::new()?,
            stage: Stage::new(test)?,
        })
    }

    /// Starts the app at an instant, on whatever is in the data folder, on a computer that speaks French.
    pub(crate) fn open(&self, at: &str) -> Outcome<App> {
        self.open_speaking(at, "fr_FR.UTF-8")
    }

    /// The same on a computer of another language.
    pub(crate) fn open_speaking(&self, at: &str, language: &str) -> Outcome<App> {
        let environment = self.environment(at, language)?;
        let environment: Vec<_> = environment
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        self.stage.open(&[], &environment)
    }

    /// What a start at an instant finds in its environment; Daily lives at that instant from now on.
    pub(crate) fn environment(&self, at: &str, language: &str) -> Outcome<[(&'static str, String); 4]> {
        let instant: DateTime<Utc> = at.parse().during("reading an instant")?;
        self.daily.set_clock(instant);
        Ok([
            ("VIRTUS_CLOCK", at.to_owned()),
            ("VIRTUS_CLOCK_LEAP", self.leap_file().display().to_string()),
            ("VIRTUS_DAILY_URL", self.daily.url()),
            ("LANG", language.to_owned()),
        ])
    }

    /// Has the app's clock leap, as that of a computer does that slept: its timers knew nothing of that time.
    pub(crate) fn sleep_through(&self, time: TimeDelta) -> Outcome {
        std::fs::write(self.leap_file(), time.num_seconds().to_string()).during("letting the clock leap")
    }

    fn leap_file(&self) -> PathBuf {
        self.stage.home("leap")
    }

    /// Starts the app for the first time and answers what it asks, the key included.
    pub(crate) fn open_ready(&self, at: &str) -> Outcome<App> {
        let app = self.open(at)?;
        introduce(&app.window)?;
        give_key(&app.window, KEY)?;
        app.window.find(&By::role("heading", "Tableau de bord"))?;
        Ok(app)
    }

    /// Neither the key nor any token Daily made stands in a log, the app's own files included, or in its data.
    pub(crate) fn assert_nothing_secret_was_written(&self) -> Outcome {
        let logs = self.stage.artefacts.logs();
        let tokens = self.daily.tokens().into_iter().map(|minted| minted.token);
        for (what, secret) in
            std::iter::once(("the key", KEY.to_owned())).chain(tokens.map(|it| ("a token", it)))
        {
            assert!(!logs.contains(&secret), "{what} is in the log");
            assert!(!self.stage.data_holds(&secret)?, "{what} is in the data folder");
        }
        assert!(!logs.contains("?t="), "a link is in the log");
        let own_log = self.stage.data_holds("a room is still owed")? || self.stage.data_holds("INFO")?;
        assert!(own_log || !logs.is_empty(), "there was a log to look at");
        Ok(())
    }

    /// What the keyring holds of ours, found as any other program would find it.
    pub(crate) fn kept_key(&self) -> Outcome<Option<String>> {
        let keyring = self
            .stage
            .keyring
            .as_ref()
            .ok_or_else(|| Trouble::new("this stage has no keyring"))?;
        keyring.lookup("service", "app.virtus.planning")
    }
}

/// The first step of the first run.
pub(crate) fn introduce(window: &Window) -> Outcome {
    window.find(&By::role("heading", "Bienvenue"))?;
    window.fill(&By::field("Votre nom"), COACH)?;
    window.fill(&By::field("Fuseau horaire"), "Paris")?;
    window.click(&By::role("option", "Europe/Paris"))?;
    window.click(&By::button("Continuer"))?;
    window.find(&By::role("heading", "Visioconférence")).map(drop)
}

/// The second step of the first run.
pub(crate) fn give_key(window: &Window, key: &str) -> Outcome {
    window.fill(&By::field("Clé Daily.co"), key)?;
    window.click(&By::button("Vérifier et enregistrer"))
}

/// Goes to a page by the sidebar.
pub(crate) fn go(window: &Window, page: &str) -> Outcome {
    window.click(&By::link(page).inside(&By::role("navigation", "Navigation principale")))?;
    window.find(&By::role("heading", page)).map(drop)
}

/// Enters a client on the clients' page.
pub(crate) fn add_client(window: &Window) -> Outcome {
    go(window, "Clients")?;
    window.click(&By::button("Nouveau client"))?;
    let form = By::any("dialog");
    window.fill(&By::field("Nom").inside(&form), CLIENT)?;
    window.fill(
        &By::field("Adresse e-mail").inside(&form),
        "lea.dupuis@exemple.fr",
    )?;
    window.click(&By::button("Ajouter").inside(&form))?;
    window.find(&By::role("heading", CLIENT)).map(drop)
}

/// On the planning, goes through the first two steps of the wizard for a session by video with our client; the third is on screen.
pub(crate) fn choose_session(window: &Window) -> Outcome {
    go(window, "Planning")?;
    window.click(&By::button("Nouveau rendez-vous"))?;
    window.fill(&By::field("Chercher un client"), "léa")?;
    let listed = By::css("li button[aria-pressed]").inside(&By::any("dialog"));
    window.wait_for(
        "the list to hold but who is searched",
        Duration::from_secs(5),
        || {
            let names = window.texts(&listed).ok()?;
            (!names.is_empty() && names.iter().all(|name| name.contains(CLIENT))).then_some(())
        },
    )?;
    window.click(&By::role_with("button", CLIENT).inside(&By::any("dialog")))?;
    window.click(&By::role_with("radio", "Séance"))?;
    window.click(&By::text("Visio").inside(&By::role("radiogroup", "Mode de rencontre")))?;
    window.click(&By::button("Continuer"))?;
    window.find(&By::role("group", "Après-midi")).map(drop)
}

/// The starts on offer on the shown day.
pub(crate) fn starts_on_offer(window: &Window) -> Outcome<Vec<String>> {
    window.texts(&By::css("fieldset button[aria-pressed]").inside(&By::any("dialog")))
}

/// Books a session by video with our client today at `start`.
pub(crate) fn book(window: &Window, start: &str) -> Outcome {
    choose_session(window)?;
    window.click(&By::button("mardi 2 mars"))?;
    window.click(&By::button(start))?;
    window.wait_text(&format!("mardi 2 mars, {start}"))?;
    window.click(&By::button("Créer le rendez-vous"))?;
    window.wait_text(&format!("Rendez-vous pris : {CLIENT}, mardi 2 mars, {start}."))
}

/// Opens the details of the booked appointment, from today's list.
pub(crate) fn open_details(window: &Window) -> Outcome {
    go(window, "Tableau de bord")?;
    window.click(&By::role_with("button", CLIENT).inside(&By::role("region", "Rendez-vous du jour")))?;
    window.find(&By::role_with("dialog", CLIENT)).map(drop)
}
