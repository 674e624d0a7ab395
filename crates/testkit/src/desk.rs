//! A furnished agenda: one coach with a type, a reason and a client, in a database of its own.

use agenda::{
    Actor, Appointment, AppointmentId, AppointmentType, Block, ClientCard, ClientId, Coach, CoachId,
    CoachSettings, Colour, Email, FieldProblem, Language, Line, MeetingKind, Person, Place, Reason, ReasonId,
    SeriesId, Status, TypeCard, TypeId, reminders_for,
};
use chrono::{DateTime, TimeDelta, Utc};
use slots::{WeeklyHours, Zone};
use store::{Booking, CoachRows, Result, Store};

use crate::day::at;

/// A rule as RFC 5545 writes it.
pub const WEEKLY: &str = "FREQ=WEEKLY;COUNT=4";

/// What an agenda starts with.
#[derive(Debug, Clone)]
pub struct Furnished {
    /// The coach's rows.
    pub rows: CoachRows,
    /// A type of 60 minutes.
    pub type_id: TypeId,
    /// A reason.
    pub reason_id: ReasonId,
    /// A client, Léa Dupuis.
    pub client: ClientId,
    /// When it was furnished.
    pub now: DateTime<Utc>,
}

/// A text its parser takes.
///
/// # Panics
/// If it does not: the test is written wrongly.
#[expect(clippy::expect_used, reason = "for tests, which have nothing better to do")]
pub fn good<T>(parsed: std::result::Result<T, (FieldProblem, Option<u32>)>) -> T {
    parsed.expect("a good value")
}

/// Makes a coach of that name in Paris, with a type, a reason and a client.
///
/// # Panics
/// If the machine knows no time zones.
#[expect(clippy::expect_used, reason = "for tests, which have nothing better to do")]
pub async fn furnish(store: &Store, name: &str) -> Result<Furnished> {
    let now = at("2027-03-01T08:00:00Z");
    let coach = Coach {
        id: CoachId::new(now),
        name: good(Line::parse(name)),
        zone: Zone::parse("Europe/Paris").expect("a zone"),
        language: Language::Fr,
    };
    let it = AppointmentType {
        id: TypeId::new(now),
        card: TypeCard {
            name: good(Line::parse("Séance")),
            duration_min: 60,
            colour: good(Colour::parse("#4352d9")),
            description: Block::default(),
            buffer_before_min: 0,
            buffer_after_min: 0,
            default_kind: MeetingKind::Video,
            reminder_offsets_min: None,
        },
        archived: false,
    };
    let reason = Reason {
        id: ReasonId::new(now),
        label: good(Line::parse("Suivi")),
        archived: false,
    };
    // Whoever was set up at this instant by other means is the first coach all the same.
    let after_others = now + TimeDelta::seconds(1);
    let (settings, weekly) = (CoachSettings::default(), WeeklyHours::new([]));
    let (types, reasons) = ([it.clone()], [reason.clone()]);
    store
        .create_coach(&coach, &settings, &weekly, &types, &reasons, after_others)
        .await?;
    let rows = store.as_coach(coach.id);
    let client = ClientId::new(now);
    let card = ClientCard {
        name: good(Line::parse("Léa Dupuis")),
        email: None,
        phone: None,
        zone: None,
        notes: Block::default(),
    };
    rows.add_client(client, &card, now).await?;
    Ok(Furnished {
        rows,
        type_id: it.id,
        reason_id: reason.id,
        client,
        now,
    })
}

impl Furnished {
    /// A booking of 60 minutes with the client, starting then, without a room.
    pub fn booking(&self, start: DateTime<Utc>) -> Booking {
        Booking {
            appointment: Appointment {
                id: AppointmentId::new(self.now),
                person: Person::Client {
                    id: self.client,
                    name: good(Line::parse("Léa Dupuis")),
                },
                type_id: self.type_id,
                reason_id: Some(self.reason_id),
                series_id: None,
                kind: MeetingKind::Phone,
                status: Status::Scheduled,
                start,
                end: start + TimeDelta::minutes(60),
                title: good(Line::parse("")),
                description: Block::default(),
                message: Block::default(),
                place: Place {
                    place: good(Line::parse("")),
                    phone: good(Line::parse("")),
                },
                booked_by: Actor::Coach,
                cancellation: None,
                created_at: self.now,
            },
            buffer_before_min: 0,
            buffer_after_min: 0,
            reminders: reminders_for(start, &[60, 10], self.now),
            room: None,
        }
    }

    /// A booking as [`Furnished::booking`], of a prospect with that address.
    pub fn booking_of_prospect(&self, start: DateTime<Utc>, email: &str) -> Booking {
        let mut booking = self.booking(start);
        booking.appointment.person = Person::Prospect {
            name: good(Line::parse("Karim Haddad")),
            email: good(Email::parse(email)),
        };
        booking
    }

    /// Books it and gives its identifier.
    pub async fn book(&self, start: DateTime<Utc>) -> Result<AppointmentId> {
        let booking = self.booking(start);
        self.rows.book(&booking, self.now).await?;
        Ok(booking.appointment.id)
    }

    /// Books a weekly series of those starts and gives its identifier and theirs.
    pub async fn book_series(&self, starts: &[DateTime<Utc>]) -> Result<(SeriesId, Vec<AppointmentId>)> {
        let id = SeriesId::new(self.now);
        let bookings = self.bookings_of(id, starts);
        let ids = bookings.iter().map(|it| it.appointment.id).collect();
        self.rows.book_series(id, WEEKLY, &bookings, self.now).await?;
        Ok((id, ids))
    }

    /// Bookings of a series, each as [`Furnished::booking`].
    pub fn bookings_of(&self, series: SeriesId, starts: &[DateTime<Utc>]) -> Vec<Booking> {
        let booking = |start: &DateTime<Utc>| {
            let mut booking = self.booking(*start);
            booking.appointment.series_id = Some(series);
            booking
        };
        starts.iter().map(booking).collect()
    }
}
