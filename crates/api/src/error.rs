//! The only error on the wire. The interface matches `code`, never text, and has a sentence for each in every language.

use agenda::{AppointmentId, FeedTrouble, Field, FieldProblem, NotAllowed};
use chrono::{DateTime, Utc};
use serde::Serialize;
use specta::Type;

use crate::series::OccurrenceConflict;

/// The result of a use case.
pub type Result<T> = std::result::Result<T, Error>;

/// What the interface reacts to. A code is born when it does, and dies when it stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// Fields were refused; `details.fields` says which and why.
    InvalidInput,
    /// No such thing (any more).
    NotFound,
    /// Another appointment has that time.
    SlotTaken,
    /// Something stands against one or more of several appointments; `details.conflicts` says what, one by one.
    SeriesConflicts,
    /// A calendar of others says the coach is busy then; `details.calendars` says which.
    BusyElsewhere,
    /// A calendar that counts was never read: what it says is not known. `details.calendars` says which.
    CalendarUnread,
    /// A file is no calendar that could be read; `details.calendarTrouble` says why.
    CalendarNotRead,
    /// Outside the opening hours.
    OutsideHours,
    /// Sooner than the notice allows.
    InsideNotice,
    /// Before now.
    InThePast,
    /// Later than the horizon.
    BeyondHorizon,
    /// The day has its most appointments.
    DayFull,
    /// The status does not allow it now.
    NotAllowedNow,
    /// The appointment has not begun: nobody can have come, or stayed away.
    NotBegun,
    /// The first run is not done.
    NotSetUp,
    /// No API key was entered.
    KeyNotSet,
    /// Daily says the key is not valid.
    KeyRefused,
    /// The system's keyring cannot be used.
    KeyringUnavailable,
    /// The video room is still to be made.
    RoomNotReady,
    /// The room opens later; `details.opensAt` says when.
    NotYetOpen,
    /// The appointment is over.
    AlreadyOver,
    /// No network, or Daily does not answer.
    DailyUnreachable,
    /// Daily refused.
    DailyRefused,
    /// No browser could be opened.
    BrowserUnavailable,
    /// No e-mail program could be opened.
    MailUnavailable,
    /// The person has no e-mail address.
    NoEmail,
    /// A file could not be written where the coach wanted it.
    FileNotWritten,
    /// A file could not be read.
    FileNotRead,
    /// A file holds more than is read.
    FileTooLarge,
    /// A file holds no list of people.
    NotAClientFile,
    /// The database cannot be written.
    ReadOnly,
    /// The disk is full.
    DiskFull,
    /// A newer program wrote the database.
    DatabaseNewer,
    /// The database is damaged.
    DatabaseDamaged,
    /// Something broke; the log says what.
    Internal,
}

/// What a code needs to be told well.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Details {
    /// The refused fields.
    pub fields: Vec<Field>,
    /// The appointment that has the time.
    pub taken_by: Option<AppointmentId>,
    /// When the door opens.
    pub opens_at: Option<DateTime<Utc>>,
    /// What stands against appointments of a series.
    pub conflicts: Vec<OccurrenceConflict>,
    /// Names of calendars of others.
    pub calendars: Vec<String>,
    /// Why a calendar was not read.
    pub calendar_trouble: Option<FeedTrouble>,
}

/// Why something was not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, thiserror::Error)]
// `Error` is a name of JavaScript's own.
#[serde(rename = "ApiError", rename_all = "camelCase")]
#[error("{message}")]
pub struct Error {
    /// What the interface reacts to.
    pub code: ErrorCode,
    /// English, for logs; never shown.
    pub message: String,
    /// What the code needs to be told well.
    pub details: Box<Details>,
}

impl Error {
    /// An error that needs nothing but its code.
    pub fn of(code: ErrorCode, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            details: Box::default(),
        }
    }

    /// Refused fields.
    pub fn fields(fields: Vec<Field>) -> Self {
        let details = Box::new(Details {
            fields,
            ..Details::default()
        });
        Self {
            code: ErrorCode::InvalidInput,
            message: "fields were refused".into(),
            details,
        }
    }

    /// One refused field.
    pub fn field(field: &str, problem: FieldProblem) -> Self {
        Self::fields(vec![Field {
            field: field.into(),
            problem,
            limit: None,
        }])
    }

    /// The door opens later.
    pub(crate) fn not_yet_open(opens_at: DateTime<Utc>) -> Self {
        let details = Box::new(Details {
            opens_at: Some(opens_at),
            ..Details::default()
        });
        Self {
            code: ErrorCode::NotYetOpen,
            message: "the room is not open yet".into(),
            details,
        }
    }

    /// Calendars of others stand against it.
    pub(crate) fn of_calendars(code: ErrorCode, calendars: Vec<String>) -> Self {
        let details = Box::new(Details {
            calendars,
            ..Details::default()
        });
        Self {
            code,
            message: "calendars of others stand against it".into(),
            details,
        }
    }

    /// What stands against appointments of a series.
    pub(crate) fn conflicts(conflicts: Vec<OccurrenceConflict>) -> Self {
        let details = Box::new(Details {
            conflicts,
            ..Details::default()
        });
        Self {
            code: ErrorCode::SeriesConflicts,
            message: "something stands against some of the appointments".into(),
            details,
        }
    }

    pub(crate) fn taken_by(id: Option<AppointmentId>) -> Self {
        let details = Box::new(Details {
            taken_by: id,
            ..Details::default()
        });
        Self {
            code: ErrorCode::SlotTaken,
            message: "another appointment has that time".into(),
            details,
        }
    }
}

impl From<Vec<Field>> for Error {
    fn from(fields: Vec<Field>) -> Self {
        Self::fields(fields)
    }
}

impl From<NotAllowed> for Error {
    fn from(refusal: NotAllowed) -> Self {
        let code = if refusal.is_too_early() {
            ErrorCode::NotBegun
        } else {
            ErrorCode::NotAllowedNow
        };
        Self::of(code, refusal.to_string())
    }
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        use store::Error as Store;
        let code = match &error {
            Store::SlotTaken | Store::SomeTaken(_) => return Self::taken_by(None),
            Store::NotFound => ErrorCode::NotFound,
            Store::CancelledIsFinal => ErrorCode::NotAllowedNow,
            Store::DiskFull => ErrorCode::DiskFull,
            Store::ReadOnly => ErrorCode::ReadOnly,
            Store::Newer => ErrorCode::DatabaseNewer,
            Store::Damaged => ErrorCode::DatabaseDamaged,
            Store::Unreadable(_) | Store::Database(_) => ErrorCode::Internal,
        };
        if code == ErrorCode::Internal {
            tracing::error!(error = ?error, "the database failed");
        }
        Self::of(code, error.to_string())
    }
}

impl From<daily::Error> for Error {
    fn from(error: daily::Error) -> Self {
        use daily::Error as Daily;
        let code = match &error {
            Daily::KeyRefused | Daily::KeyMalformed => ErrorCode::KeyRefused,
            Daily::Limited { .. } | Daily::TryLater { .. } | Daily::Unreadable { .. } => {
                ErrorCode::DailyUnreachable
            }
            Daily::PlanRefused { .. } | Daily::Invalid { .. } | Daily::Duplicate(_) => {
                ErrorCode::DailyRefused
            }
            Daily::NotFound => ErrorCode::RoomNotReady,
        };
        Self::of(code, error.to_string())
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        store::Error::from(error).into()
    }
}
