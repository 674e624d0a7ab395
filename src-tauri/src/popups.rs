//! Native pop-ups, and what becomes of a click on one. How the system is asked for them is `linux`'s and `plugin`'s.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(not(target_os = "linux"))]
mod plugin;

use api::{AppointmentId, NotShown, Notice, Notifier, Topic};
use serde::Serialize;
use specta::Type;
use tauri::{AppHandle, Manager};

#[cfg(target_os = "linux")]
pub(crate) use linux::{Service, with_plugin};
#[cfg(not(target_os = "linux"))]
pub(crate) use plugin::{Service, with_plugin};

use crate::{app::App, bindings::Changed, browser::SystemBrowser, errands::Errand, window};

const JOIN: &str = "join";
const OPEN: &str = "open";

/// Whether the system can show pop-ups, as far as it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Standing {
    /// Nothing speaks against it.
    Ready,
    /// There is nothing to show them with.
    #[cfg_attr(
        not(target_os = "linux"),
        expect(dead_code, reason = "other systems always have something")
    )]
    Missing,
    /// The last one was refused.
    Refusing,
}

/// Shows notices: as pop-ups, or in the window.
pub(crate) struct Popups(pub(crate) AppHandle);

impl Notifier for Popups {
    async fn pop_up(&self, notice: &Notice) -> Result<(), NotShown> {
        self.0.state::<App>().popups.show(&self.0, notice).await
    }

    fn show_in_window(&self, notice: &Notice) -> Result<(), NotShown> {
        self.0.state::<App>().board.pin(&self.0, notice);
        Ok(())
    }

    fn show_in_raised_window(&self, notice: &Notice) -> Result<(), NotShown> {
        self.show_in_window(notice)?;
        window::raise(&self.0).map_err(|error| NotShown(error.to_string()))
    }
}

/// The buttons of a pop-up, as identifier and label.
fn buttons(notice: &Notice) -> Vec<(&'static str, &str)> {
    let join = notice.join.iter().map(|it| (JOIN, it.label.as_str()));
    let open = (!notice.open.is_empty()).then_some((OPEN, notice.open.as_str()));
    join.chain(open).collect()
}

/// What a click needs to know of the pop-up it hit.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Target {
    about: Vec<AppointmentId>,
    join: Option<AppointmentId>,
}

impl From<&Notice> for Target {
    fn from(notice: &Notice) -> Self {
        Self {
            about: notice.about.clone(),
            join: notice.join.as_ref().map(|it| it.appointment),
        }
    }
}

impl Target {
    /// A click on the button `action`, or on the body, whatever that is called.
    fn clicked(self, app: &AppHandle, action: &str) {
        match (action, self.join, self.about.as_slice()) {
            (JOIN, Some(id), _) => join(app, id),
            (_, _, []) => window::bring_forward(app),
            (_, _, [id]) => Errand::Appointment { id: *id }.run(app),
            _ => Errand::Today.run(app),
        }
    }
}

/// Opens the room in the browser.
pub(crate) fn join(app: &AppHandle, id: AppointmentId) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let state = app.state::<App>();
        let joined = match state.desk().await {
            Ok(desk) => desk.join_meeting(id, &SystemBrowser, state.now()).await,
            Err(error) => Err(error),
        };
        match joined {
            // What the plan refused stands on the dashboard.
            Ok(joined) if !joined.without.is_empty() => Changed::tell(&app, vec![Topic::VideoAccount]),
            Ok(_) => {}
            // The window tells why, better than a pop-up that follows a pop-up.
            Err(error) => {
                tracing::warn!(code = ?error.code, "a button outside the window could not join");
                Errand::Appointment { id }.run(&app);
            }
        }
    });
}
