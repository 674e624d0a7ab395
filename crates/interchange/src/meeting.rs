//! An appointment as others may see it.
//!
//! Left out on purpose: the description, what the client wrote, the reason, why it was cancelled, the profile's notes and
//! the address of the room. None of them has a place here, so none can leave by mistake.

use agenda::{AppointmentId, MeetingKind, Status};
use chrono::{DateTime, Utc};

/// What leaves of one appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Which: its UID is made of it.
    pub id: AppointmentId,
    /// How often something others care about was changed. Grows only.
    pub sequence: u32,
    /// When it was made.
    pub created: DateTime<Utc>,
    /// When it was last changed.
    pub changed: DateTime<Utc>,
    /// First instant.
    pub start: DateTime<Utc>,
    /// First instant after it.
    pub end: DateTime<Utc>,
    /// Where it stands.
    pub status: Status,
    /// How one meets.
    pub kind: MeetingKind,
    /// What it is called, names in it only where names are wanted.
    pub summary: String,
    /// Who is met; none where names are not wanted.
    pub person: Option<String>,
    /// Name of its type.
    pub type_name: String,
    /// Colour of its type, red, green and blue.
    pub colour: [u8; 3],
    /// Where one meets, in words: "video", a number, a place. Possibly empty.
    pub place: String,
}

impl Meeting {
    /// Its name in every calendar, the same for ever.
    pub fn uid(&self) -> String {
        format!("{}@virtus-planning", self.id)
    }

    pub(crate) fn is_cancelled(&self) -> bool {
        self.status == Status::Cancelled
    }

    /// Whether it is printed: paper says what is to come.
    pub fn is_on_paper(&self) -> bool {
        !self.is_cancelled()
    }
}
