//! A week with everything in it that breaks readers.

use agenda::{AppointmentId, MeetingKind, Status};
use chrono::{DateTime, TimeDelta, Utc};
use interchange::Meeting;

pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub fn meeting(start: &str, summary: &str) -> Meeting {
    let made = at("2027-03-01T08:00:00Z");
    Meeting {
        id: AppointmentId::new(at(start)),
        sequence: 3,
        created: made,
        changed: at("2027-03-01T09:30:00Z"),
        start: at(start),
        end: at(start) + TimeDelta::hours(1),
        status: Status::Scheduled,
        kind: MeetingKind::Video,
        summary: summary.into(),
        person: Some("Léa Dupuis".into()),
        type_name: "Séance".into(),
        colour: [0x43, 0x52, 0xd9],
        place: "visio".into(),
    }
}

/// Winter time, summer time, a fold's second hour, and texts full of separators.
pub fn meetings() -> Vec<Meeting> {
    vec![
        meeting("2027-03-02T09:00:00Z", "Séance – Léa Dupuis"),
        meeting(
            "2027-07-06T09:00:00Z",
            "Bilan ; virgule, \"guillemets\" \\ et : deux-points – Élodie Ng’uyễn",
        ),
        meeting("2027-10-31T01:15:00Z", &"Très long ".repeat(30)),
        Meeting {
            status: Status::Cancelled,
            sequence: 4,
            ..meeting("2027-11-02T09:00:00Z", "Séance – \u{1F600} Zoé\nX-EVIL:1")
        },
    ]
}
