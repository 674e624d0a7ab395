//! What a coach can do: the use cases, the types that cross to the interface, the only error on that wire, and the
//! topics that say which reads a write makes stale.
//!
//! `now` and randomness are arguments. The keyring, the browser and the pop-ups are traits that the shell fills in:
//! nothing here knows Tauri.

mod appointments;
mod attention;
mod availability;
mod backups;
mod clients;
mod configuration;
mod demo;
mod desk;
mod error;
mod export;
mod feeds;
mod glance;
mod mail;
mod reminders;
mod rooms;
mod series;
mod session;
mod settings;
mod statistics;
mod table_file;
mod text;
mod topic;

pub use agenda::{
    Actor, AppointmentId, CancelNotice, ClientId, ClientOrder, ClockFace, ExceptionId, FeedId, FeedKind,
    FeedTrouble, Field, FieldProblem, Holiday, Language, MeetingKind, PaidFeature, ReasonId, RecordingChoice,
    RepeatEvery, RepeatUntil, Repetition, RoomLanguage, RoomProblem, RoomRegion, SameBy, SeriesId, Status,
    Theme, TypeId, VideoOptions,
};
pub use appointments::booking::{NewAppointment, NewPerson};
pub use appointments::changing::{AppointmentChange, Reschedule};
pub use appointments::view::{
    Appointment, Cancellation, JoinWindow, Person, ReasonLabel, RoomState, RoomView,
};
pub use appointments::{AppointmentDetails, Reminder, ReminderState};
pub use attention::Attention;
pub use availability::holidays::{PublicHoliday, public_holidays};
pub use availability::slots_on_offer::{DaySlots, Slot, SlotSearch};
pub use availability::{Availability, DayRange, Exception, ExceptionInput, WeeklyHours};
pub use backups::{Backup, BackupKind, Backups, backups_in, replace_damaged};
pub use clients::desk::{ClientAppointment, ClientBooking, ClientDesk};
pub use clients::duplicates::Duplicate;
pub use clients::file::{ClientFile, ClientFileView, ColumnMeaning, FileColumn};
pub use clients::import::{ImportReport, JudgedRow, RowOutcome};
pub use clients::prospects::Prospect;
pub use clients::record::ClientRecord;
pub use clients::{Client, ClientAttendance, ClientInput, ClientsWanted};
pub use configuration::{AppointmentType, AppointmentTypeInput, Configuration, Reason};
pub use daily::{BaseUrl, JoinUrl};
pub use desk::{CoachDesk, Planner};
pub use error::{Details, Error, ErrorCode, Result};
pub use export::{ExportFormat, ExportInput, ExportPlan, ExportWhat, ExportedFile};
pub use feeds::{BusyFeed, BusyFeedInput, BusyTime, NewBusyFeed};
pub use glance::{Glance, GlanceLine, GlanceWords};
pub use interchange::{LARGEST_CALENDAR, Progress};
pub use mail::{MailDraft, MailProgram};
pub use reminders::Reminded;
pub use reminders::nap::{LONGEST_NAP, nap};
pub use reminders::notice::{Join, NotShown, Notice, Notifier};
pub use rooms::account::{KeySafe, KeyState, MemorySafe, SafeUnavailable, VideoAccount};
pub use rooms::attendance::{Attendance, Attended, PersonInRoom, Proposal, Visitor};
pub use rooms::cleanup::CleanedUp;
pub use rooms::connection::Connection;
pub use rooms::meeting::{Browser, Joined};
pub use rooms::options::{PlanRefusal, VideoSettings};
pub use rooms::owed::{OwedRoom, RoomNeed};
pub use rooms::trial::{StepResult, TestStep, VideoTest};
pub use series::changes::{SeriesPlace, SeriesScope};
pub use series::{
    Conflict, ConflictKind, NewOccurrence, NewSeries, Occurrence, OccurrenceConflict, SeriesPlan, TakenBy,
};
pub use session::{Coach, NewCoach, is_zone, zones};
pub use settings::{QuietHours, Settings, Weekday};
pub use statistics::file::StatisticsTable;
pub use statistics::{Cancellations, MonthShare, PeriodFigures, Share, Statistics, Tally};
pub use store::Store;
pub use table_file::TableFile;
pub use topic::{Topic, Topics, topics};
