//! Native pop-ups, through Tauri's notification plugin.
//!
//! Buttons are sent only while somebody listens for them, so [`listen`] comes before the first pop-up. The plugin
//! answers "shown" even where no notification service runs.

use api::{AppointmentId, NotShown, Notice, Notifier};
use tauri::{AppHandle, Manager};
use tauri_plugin_notification::{Action, ActionPerformed, ActionType, NotificationExt};
use tauri_specta::Event;

use crate::{app::App, bindings::ShowAppointment, browser::SystemBrowser, window};

const JOIN: &str = "join";
const OPEN: &str = "open";
/// The key under which a pop-up carries its appointment.
const APPOINTMENT: &str = "appointment";

/// Shows pop-ups.
pub(crate) struct Popups(pub(crate) AppHandle);

impl Notifier for Popups {
    fn show(&self, notice: &Notice) -> Result<(), NotShown> {
        // Labels are in the coach's language, so each set of buttons is a type of its own.
        let kind = if notice.join.is_some() {
            "joinable"
        } else {
            "plain"
        };
        let actions = buttons(notice);
        let popups = self.0.notification();
        popups
            .register_action_types(vec![ActionType::builder(kind).actions(actions).build()])
            .and_then(|()| {
                popups
                    .builder()
                    .title(&notice.title)
                    .body(&notice.body)
                    .action_type_id(kind)
                    .extra(APPOINTMENT, notice.appointment)
                    .show()
            })
            .map_err(|error| NotShown(error.to_string()))
    }
}

fn buttons(notice: &Notice) -> Vec<Action> {
    let join = notice
        .join
        .iter()
        .map(|label| Action::builder(JOIN, label).build());
    join.chain([Action::builder(OPEN, &notice.open).build()])
        .collect()
}

/// Hears clicks on pop-ups: on the body or "open" the appointment is shown, on "join" its room is opened.
pub(crate) fn listen(app: &AppHandle) {
    let handle = app.clone();
    let listening = app
        .notification()
        .on_action(move |action| clicked(&handle, action));
    if let Err(error) = listening {
        tracing::warn!(%error, "clicks on notifications are not heard");
    }
}

fn clicked(app: &AppHandle, action: &ActionPerformed) {
    let extra = action
        .notification()
        .and_then(|it| it.extra().get(APPOINTMENT))
        .and_then(|id| id.as_str());
    let Some(Ok(id)) = extra.map(str::parse::<AppointmentId>) else {
        window::bring_forward(app);
        return;
    };
    if action.action_id() == JOIN {
        let app = app.clone();
        tauri::async_runtime::spawn(async move { join(&app, id).await });
    } else {
        show(app, id);
    }
}

fn show(app: &AppHandle, id: AppointmentId) {
    window::bring_forward(app);
    if let Err(error) = (ShowAppointment { id }).emit(app) {
        tracing::warn!(%error, "the window does not hear which appointment to show");
    }
}

async fn join(app: &AppHandle, id: AppointmentId) {
    let state = app.state::<App>();
    let joined = match state.desk().await {
        Ok(desk) => desk.join_meeting(id, &SystemBrowser, state.now()).await,
        Err(error) => Err(error),
    };
    // The window tells why, better than a pop-up that follows a pop-up.
    if let Err(error) = joined {
        tracing::warn!(code = ?error.code, "a notification's button could not join");
        show(app, id);
    }
}
