//! The slot engine: when a coach can be booked.
//!
//! Civil hours, exceptions, bookings, busy times, rules and `now` go in; the starts where an appointment
//! fits come out. The rules are those of the product page, section "Slots".
//!
//! Left out on purpose: the clock (`now` is an argument), storage, names of people and things, and every
//! format of the outside world. Zones are resolved in `zone.rs` alone.
//!
//! Sets of instants are [`Spans`] throughout: sorted, disjoint, half open. The engine is union, subtract
//! and cut over them, in one sweep.
//!
//! ```
//! use chrono::{NaiveDate, Weekday};
//! use slots::{
//!     Agenda, Bookings, Exceptions, Length, Rules, Spans, Step, TimeRange, WeeklyHours, Zone, free_slots,
//! };
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let zone = Zone::parse("Europe/Paris")?;
//! let tuesdays = WeeklyHours::new([(Weekday::Tue, TimeRange::from_minutes(9 * 60, 12 * 60)?)]);
//! let rules = Rules::new(Length::new(60)?, Step::new(30)?);
//! let agenda = Agenda {
//!     zone: &zone,
//!     weekly: &tuesdays,
//!     exceptions: &Exceptions::default(),
//!     rules: &rules,
//!     bookings: &Bookings::default(),
//!     busy: &Spans::default(),
//!     now: "2027-05-31T12:00:00Z".parse()?,
//! };
//! let june: NaiveDate = "2027-06-01".parse()?;
//! let slots = free_slots(&agenda, june);
//! assert_eq!(slots.len(), 5);
//! assert_eq!(slots.iter().next().map(|slot| slot.start), Some("2027-06-01T07:00:00Z".parse()?));
//! # Ok(())
//! # }
//! ```

mod agenda;
mod bookings;
mod check;
mod exceptions;
mod hours;
mod minutes;
mod openings;
mod recurrence;
#[cfg(feature = "sample")]
pub mod sample;
mod series;
mod slot;
mod span;
mod spans;
mod sweep;
mod zone;

pub use agenda::{Agenda, Rules, Window};
pub use bookings::{Booked, Bookings};
pub use check::{Refusal, check, refusals};
pub use exceptions::Exceptions;
pub use hours::{BadRange, TimeRange, WeeklyHours};
pub use minutes::{BadMinutes, Buffer, Length, Notice, Step};
pub use openings::openings;
pub use recurrence::{BadMonthDay, Ends, MonthDay, Nth, Pattern, Recurrence};
pub use series::{Occurrence, preview};
pub use slot::{Iter, Slot, Slots};
pub use span::Span;
pub use spans::Spans;
pub use sweep::{days_with_slots, free_slots, free_slots_in};
pub use zone::{ClockChange, UnknownZone, Zone};
