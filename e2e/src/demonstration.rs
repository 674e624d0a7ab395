//! The application with its demonstration's data on a fixed day, ready for [`crate::tour`].

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde_json::json;
use testkit::daily::{DailyStandIn, Setup};
use tokio::runtime::Runtime;

use crate::app::App;
use crate::by::By;
use crate::stage::Stage;
use crate::trouble::{Outcome, While};

/// A Wednesday morning, with a session just behind and several ahead.
const DAY: &str = "2027-03-03T08:38:00Z";
const KEY: &str = "5f3c1a9e7b2d48c6a0e1f4b7d9c2e8a3";

/// Enters somebody a second time, as happens: there are duplicates to be seen.
const TWIN: &str = "const { invoke } = window.__TAURI_INTERNALS__;
    return invoke('list_clients', { wanted: { search: '', order: 'name', archived: false } })
        .then((all) => all.find(({ phone }) => phone))
        .then(({ name, phone }) =>
            invoke('create_client', { input: { name, phone, email: null, zone: null, notes: '' } }))";

/// A running demonstration with Daily's stand-in beside it.
pub struct Demonstration {
    /// The app and its window.
    pub app: App,
    /// What is around it.
    pub stage: Stage,
    _daily: DailyStandIn,
    _runtime: Runtime,
}

impl Demonstration {
    /// Opens it on a computer of that language, `fr` or `en`; `name` is the folder of its artefacts.
    pub fn open(name: &str, language: &str) -> Outcome<Self> {
        let runtime = Runtime::new().during("starting tokio")?;
        let day: DateTime<Utc> = DAY.parse().during("reading the day")?;
        let setup = Setup {
            key: KEY.to_owned(),
            domain: "virtus-demo".to_owned(),
            ..Setup::default()
        };
        let daily = runtime.block_on(DailyStandIn::start_with(Arc::new(move || day), setup));
        let daily = daily.during("starting the stand-in")?;
        let stage = Stage::new(name)?;
        let environment = [
            ("LANG", language),
            ("VIRTUS_CLOCK", DAY),
            ("VIRTUS_DAILY_URL", &daily.url()),
            ("VIRTUS_DEMO_KEY", KEY),
        ];
        let app = stage.open(&["--demo"], &environment)?;
        app.window.find(&By::any("navigation"))?;
        app.window.run(TWIN, &json!([]))?;
        Ok(Self {
            app,
            stage,
            _daily: daily,
            _runtime: runtime,
        })
    }

    /// Waits until each video appointment has its room. Not for a release build, which speaks to Daily alone.
    pub fn wait_for_rooms(&self) -> Outcome {
        let window = &self.app.window;
        let owed = "return window.__TAURI_INTERNALS__.invoke('get_owed_rooms')";
        window.wait_for("every room to be made", Duration::from_mins(1), || {
            let owed = window.run(owed, &json!([])).ok()?;
            owed.as_array().filter(|rooms| rooms.is_empty()).map(drop)
        })
    }

    /// Changes language and theme as the settings would, and starts the interface anew.
    pub fn wear(&self, language: &str, theme: &str) -> Outcome {
        let change = "const [language, theme] = arguments; const { invoke } = window.__TAURI_INTERNALS__;
            return invoke('get_settings').then((settings) =>
                invoke('update_settings', { settings: { ...settings, language, theme } })).then(() => location.reload())";
        let window = &self.app.window;
        // The answer may be lost with the page that asked.
        let _ = window.run(change, &json!([language, theme]));
        window
            .wait_for("the language", Duration::from_secs(20), || {
                let shown = window
                    .run("return document.documentElement.lang", &json!([]))
                    .ok()?;
                (shown == language).then_some(())
            })
            .or_else(|_| window.find(&By::any("navigation")).map(drop))
    }
}
