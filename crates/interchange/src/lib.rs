//! What leaves the agenda as a file, and what comes in as one.
//!
//! Pure: bytes out, given what is to be said; and what is said, given bytes. Nothing here reads a clock, a database, the network or a file, and no text
//! for people is made up here: whoever calls brings the words in the coach's language.

mod busy;
mod calendar;
mod meeting;
mod pdf;
mod people;
mod progress;
mod table;
mod zone_rules;

pub use busy::{BusyTimes, LARGEST_CALENDAR, Unreadable, busy_times};
pub use calendar::calendar;
pub use meeting::Meeting;
pub use pdf::{Layout, PdfProblem, Sheet, pdf};
pub use people::{
    Column, MOST_BYTES, MOST_COLUMNS, MOST_ROWS, Meaning, PeopleFile, PeopleFormat, PeopleProblem, PeopleRow,
    people,
};
pub use progress::{Progress, Stopped};
pub use table::{Separator, table};
