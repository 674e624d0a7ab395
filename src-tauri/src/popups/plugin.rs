//! Pop-ups through Tauri's notification plugin, on macOS and Windows.
//!
//! Buttons are sent only while somebody listens for them, so `listen` comes before the first pop-up. These systems
//! do not tell whether they showed one: whoever silenced them did so on purpose.

use std::sync::{
    Once,
    atomic::{AtomicBool, Ordering},
};

use api::{AppointmentId, NotShown, Notice};
use tauri::{AppHandle, Builder, Wry};
use tauri_plugin_notification::{Action, ActionPerformed, ActionType, NotificationExt};

use super::{Standing, Target, buttons};

/// The keys under which a pop-up carries what it is about, and whose room it joins.
const ABOUT: &str = "about";
const JOINS: &str = "joins";

/// The program with what it needs to show them.
pub(crate) fn with_plugin(builder: Builder<Wry>) -> Builder<Wry> {
    builder.plugin(tauri_plugin_notification::init())
}

/// The system's notifications.
pub(crate) struct Service {
    listening: Once,
    refused: AtomicBool,
}

impl Default for Service {
    fn default() -> Self {
        Self {
            listening: Once::new(),
            refused: AtomicBool::new(false),
        }
    }
}

impl Service {
    /// Shows a pop-up; clicks on it are heard as far as the system reports them.
    #[expect(clippy::unused_async, reason = "other systems are waited for")]
    pub(super) async fn show(&self, app: &AppHandle, notice: &Notice) -> Result<(), NotShown> {
        self.listening.call_once(|| listen(app));
        let actions = buttons(notice)
            .into_iter()
            .map(|(id, label)| Action::builder(id, label).build());
        // Labels are in the coach's language, so each set of buttons is a type of its own.
        let kind = if notice.join.is_some() {
            "joinable"
        } else {
            "plain"
        };
        let kinds = vec![ActionType::builder(kind).actions(actions.collect()).build()];
        let popups = app.notification();
        let shown = popups.register_action_types(kinds).and_then(|()| {
            popups
                .builder()
                .title(&notice.title)
                .body(&notice.body)
                .action_type_id(kind)
                .extra(ABOUT, &notice.about)
                .extra(JOINS, notice.join.as_ref().map(|it| it.appointment))
                .show()
        });
        self.refused.store(shown.is_err(), Ordering::Relaxed);
        shown.map_err(|error| NotShown(error.to_string()))
    }

    /// These systems always have notifications, and refuse one rarely.
    #[expect(clippy::unused_async, reason = "other systems are asked")]
    pub(crate) async fn standing(&self) -> Standing {
        if self.refused.load(Ordering::Relaxed) {
            Standing::Refusing
        } else {
            Standing::Ready
        }
    }
}

fn listen(app: &AppHandle) {
    let handle = app.clone();
    let listening = app
        .notification()
        .on_action(move |action| target(action).clicked(&handle, action.action_id()));
    if let Err(error) = listening {
        tracing::warn!(%error, "clicks on notifications are not heard");
    }
}

fn target(action: &ActionPerformed) -> Target {
    let told = |key| action.notification().and_then(|it| it.extra().get(key));
    let ids = told(ABOUT).and_then(|it| it.as_array()).into_iter().flatten();
    Target {
        about: ids
            .filter_map(|id| id.as_str()?.parse::<AppointmentId>().ok())
            .collect(),
        join: told(JOINS).and_then(|id| id.as_str()?.parse().ok()),
    }
}
