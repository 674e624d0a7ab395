//! Client of [Daily.co's REST interface](https://docs.daily.co/reference/rest-api): the video rooms of a
//! coach's own Daily domain, the tokens that open them, and who came.
//!
//! Requests are types that cannot say something Daily would refuse for its form, and [`Error`] says what
//! a caller does next. Left out on purpose:
//!
//! - no clock: `now` never enters here, and Daily judges times by its own clock anyway;
//! - no repetition: a failed call is reported once; when to try again is the caller's decision, for which
//!   [`backoff`] and [`Error::retry_after`] give the delays;
//! - no webhooks, phone lines, streaming or batch processing: a desktop planner needs none of them.

mod answer;
mod attendance;
mod backoff;
mod base;
mod batch;
mod client;
mod domain;
mod error;
mod join;
mod key;
mod language;
mod lenient;
mod limits;
mod list;
mod options;
mod presence;
mod reach;
mod region;
mod requests;
mod room;
mod room_name;
mod rooms;
mod times;
mod token;
mod transport;
mod user;

pub use attendance::{Attendance, Meeting};
pub use backoff::{LONGEST_WAIT, backoff};
pub use base::{BadBaseUrl, BaseUrl};
pub use batch::{BadBatch, RoomBatch};
pub use client::Daily;
pub use domain::{BadDomainName, Domain, DomainName};
pub use error::{Error, Trouble};
pub use join::{JoinUrl, NotOurRoom};
pub use key::{ApiKey, BadKey};
pub use language::Language;
pub use list::RoomPage;
pub use options::RoomOptions;
pub use presence::Present;
pub use reach::Reach;
pub use region::Region;
pub use requests::{NewRoom, RoomUpdate};
pub use room::{Privacy, Room, RoomId};
pub use room_name::{BadRoomName, RoomName};
pub use rooms::{Deletion, Ensured};
pub use times::{BadTimes, RoomTimes};
pub use token::{OwnerRights, Recording, RecordingKind, Role, Token, TokenRequest};
pub use transport::Timeouts;
pub use user::{BadUserId, UserId, UserName};
