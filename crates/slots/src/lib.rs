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
pub use slot::{Slot, Slots};
pub use span::Span;
pub use spans::Spans;
pub use sweep::{days_with_slots, free_slots, free_slots_in};
pub use zone::{UnknownZone, Zone};
