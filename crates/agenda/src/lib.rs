//! The nouns of a coach's agenda and their rules: who may be met, what an appointment allows, when its room opens
//! and when its reminders are due.
//!
//! Pure: nothing here reads a clock, a database or the network. `now` is an argument everywhere.

mod appointment;
mod appointment_type;
mod client;
mod clock_face;
mod coach;
mod country;
mod duplicate;
mod exception;
mod feed;
mod field;
mod holiday;
mod hours;
mod id;
mod period;
mod phone;
mod quiet;
mod reason;
mod reminder;
mod repetition;
mod room;
mod statistics;
mod tally;
mod text;
mod video;

pub use appointment::{
    Actor, Appointment, Cancellation, CoachStep, MeetingKind, NotAllowed, Person, Place, Status, UnknownWord,
};
pub use appointment_type::{
    AppointmentType, Colour, MAX_BUFFER_MIN, MAX_DURATION_MIN, MIN_DURATION_MIN, TypeCard,
};
pub use client::{Client, ClientCard, ClientForm, ClientOrder, ClientSearch, search_form};
pub use clock_face::ClockFace;
pub use coach::{Coach, CoachSettings, Defaults, Language, Theme};
pub use country::Country;
pub use duplicate::{Contact, Likeness, Lookalikes, Register, SameBy, lookalikes};
pub use exception::{Exception, ExceptionCard, Opening};
pub use feed::{FEED_GOES_STALE, FEED_WORD_HOLDS, Feed, FeedAddress, FeedCard, FeedKind, FeedTrouble};
pub use field::{Field, FieldProblem, Fields};
pub use holiday::{Holiday, PublicHoliday, french_holidays};
pub use hours::{WEEK, parse_week};
pub use id::{
    AppointmentId, ClientId, CoachId, ExceptionId, FeedId, NotAnId, NotificationId, ReasonId, SeriesId,
    TypeId,
};
pub use period::{LONGEST_PERIOD_DAYS, Period};
pub use phone::Phone;
pub use quiet::QuietHours;
pub use reason::Reason;
pub use reminder::{
    Delivery, MAX_REMINDER_MIN, MOST_REMINDERS, Reminder, ReminderState, delivery, parse_offsets,
    reminders_for,
};
pub use repetition::{MAX_OCCURRENCES, RepeatEvery, RepeatUntil, Repetition};
pub use room::{JoinMoment, RoomGoal, RoomProblem, join_moment, join_opens, room_closes, room_opens};
pub use statistics::{Breakdown, CancelNotice, Figures, Ledger, Sitting};
pub use tally::Tally;
pub use text::{Block, Email, Line};
pub use video::{PaidFeature, RecordingChoice, RoomLanguage, RoomRegion, VideoOptions};
