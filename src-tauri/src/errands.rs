//! Errands: what the window is asked to show from outside, by a click on a pop-up, the tray, a link. They wait here
//! until the window fetches them, which it does as soon as it can show anything.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};

use api::AppointmentId;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Manager};
use tauri_specta::Event;

use crate::{app::App, window};

/// Something to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Errand {
    /// An appointment's details.
    Appointment {
        /// Which.
        id: AppointmentId,
    },
    /// What is ahead today.
    Today,
    /// The steps of a new appointment.
    Book,
}

/// An errand waits to be fetched.
#[derive(Debug, Clone, Serialize, Deserialize, Type, Event)]
pub(crate) struct ErrandWaiting;

/// Errands not fetched yet, in their order.
#[derive(Default)]
pub(crate) struct Errands(Mutex<VecDeque<Errand>>);

impl Errands {
    /// The next one.
    pub(crate) fn take(&self) -> Option<Errand> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
    }

    fn add(&self, errand: Errand) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push_back(errand);
    }
}

impl Errand {
    /// Brings the window forward and has it do this.
    pub(crate) fn run(self, app: &AppHandle) {
        app.state::<App>().errands.add(self);
        window::bring_forward(app);
        if let Err(error) = ErrandWaiting.emit(app) {
            tracing::warn!(%error, "the window does not hear what to show");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errands_are_fetched_once_in_their_order() {
        let errands = Errands::default();
        errands.add(Errand::Today);
        errands.add(Errand::Book);
        assert_eq!(errands.take(), Some(Errand::Today));
        assert_eq!(errands.take(), Some(Errand::Book));
        assert_eq!(errands.take(), None);
    }
}
