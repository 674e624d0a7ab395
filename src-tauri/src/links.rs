//! Links from outside: `virtus-planning://appointment/ID` shows that appointment. They may come from anywhere, so they
//! can do nothing else, and what is no appointment of this agenda is told calmly.

mod system;

use api::{AppointmentId, CoachDesk, ErrorCode, Notice, Result};
use tauri::{AppHandle, Manager};

pub(crate) use system::{listen, register};

use crate::{app::App, errands::Errand, window};

/// What our links begin with; the same in `tauri.conf.json`.
const SCHEME: &str = "virtus-planning";

/// The appointment a link leads to.
fn parse(link: &str) -> Option<AppointmentId> {
    let rest = link.strip_prefix(SCHEME)?.strip_prefix("://appointment/")?;
    // Browsers may end it with a slash.
    rest.strip_suffix('/').unwrap_or(rest).parse().ok()
}

/// Shows where a link leads to.
pub(crate) fn follow(app: &AppHandle, link: &str) {
    let (app, id) = (app.clone(), parse(link));
    tauri::async_runtime::spawn(async move {
        let state = app.state::<App>();
        match lead(&state, id).await {
            Ok(Lead::To(id)) => Errand::Appointment { id }.run(&app),
            Ok(Lead::Nowhere(notice)) => {
                state.board.pin(&app, &notice);
                window::bring_forward(&app);
            }
            // Before the first run, or with an agenda that cannot be opened, the window has something to say itself.
            Err(error) => {
                tracing::warn!(code = ?error.code, "a link could not be followed");
                window::bring_forward(&app);
            }
        }
    });
}

enum Lead {
    To(AppointmentId),
    Nowhere(Notice),
}

async fn lead(state: &App, id: Option<AppointmentId>) -> Result<Lead> {
    let desk: CoachDesk = state.desk().await?;
    let Some(id) = id else {
        return Ok(Lead::Nowhere(desk.bad_link_notice().await?));
    };
    match desk.appointment(id).await {
        Ok(_) => Ok(Lead::To(id)),
        Err(error) if error.code == ErrorCode::NotFound => {
            Ok(Lead::Nowhere(desk.unknown_link_notice().await?))
        }
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "01890a5d-ac96-774b-bcce-b302099a8057";

    #[test]
    fn a_link_leads_to_one_appointment_and_nowhere_else() {
        let id = ID.parse().ok();
        assert!(id.is_some());
        assert_eq!(parse(&format!("virtus-planning://appointment/{ID}")), id);
        assert_eq!(parse(&format!("virtus-planning://appointment/{ID}/")), id);
        for bad in [
            "virtus-planning://appointment/".to_owned(),
            "virtus-planning://appointment/7".to_owned(),
            format!("virtus-planning://appointment/{ID}/cancel"),
            format!("virtus-planning://appointment/{ID}?act=cancel"),
            format!("virtus-planning://client/{ID}"),
            format!("https://appointment/{ID}"),
            ID.to_owned(),
            String::new(),
        ] {
            assert_eq!(parse(&bad), None, "{bad}");
        }
    }

    #[test]
    fn the_scheme_is_the_one_the_packages_register() {
        let configuration = include_str!("../../tauri.conf.json");
        assert!(configuration.contains(&format!("\"schemes\": [\"{SCHEME}\"]")));
    }
}
