//! What a coach can do: the use cases, the types that cross to the interface, the only error on that wire, and the
//! topics that say which reads a write makes stale.
//!
//! `now` and randomness are arguments. The keyring, the browser and the pop-ups are traits that the shell fills in:
//! nothing here knows Tauri.

mod announcements;
mod appointments;
mod attendance;
mod attention;
mod availability;
mod backups;
mod booking;
mod changing;
mod cleanup;
mod client_desk;
mod client_import;
mod client_record;
mod clients;
mod configuration;
mod connection;
mod demo;
mod desk;
mod duplicates;
mod error;
mod export;
mod feed_reading;
mod feeds;
mod glance;
mod holidays;
mod mail;
mod meeting;
mod nap;
mod notice;
mod owed;
mod prospects;
mod reminders;
mod rooms;
mod series;
mod series_changes;
mod session;
mod settings;
mod slots_on_offer;
mod statistics;
mod statistics_file;
mod table_file;
mod text;
mod topic;
mod video_account;
mod video_options;
mod video_test;
mod view;

pub use agenda::{
    Actor, AppointmentId, CancelNotice, ClientId, ClientOrder, ExceptionId, FeedId, FeedKind, FeedTrouble,
    Field, FieldProblem, Holiday, Language, MeetingKind, PaidFeature, ReasonId, RecordingChoice, RepeatEvery,
    RepeatUntil, Repetition, RoomLanguage, RoomProblem, RoomRegion, SameBy, SeriesId, Status, Theme, TypeId,
    VideoOptions,
};
pub use appointments::{AppointmentDetails, Reminder, ReminderState};
pub use attendance::{Attendance, Attended, PersonInRoom, Proposal, Visitor};
pub use attention::Attention;
pub use availability::{Availability, DayRange, Exception, ExceptionInput, WeeklyHours};
pub use backups::{Backup, BackupKind, Backups, backups_in, replace_damaged};
pub use booking::{NewAppointment, NewPerson};
pub use changing::{AppointmentChange, Reschedule};
pub use cleanup::CleanedUp;
pub use client_desk::{ClientAppointment, ClientBooking, ClientDesk};
pub use client_import::{
    ClientFile, ClientFileView, ColumnMeaning, FileColumn, ImportReport, JudgedRow, RowOutcome,
};
pub use client_record::ClientRecord;
pub use clients::{Client, ClientAttendance, ClientInput, ClientsWanted};
pub use configuration::{AppointmentType, AppointmentTypeInput, Configuration, Reason};
pub use connection::Connection;
pub use daily::{BaseUrl, JoinUrl};
pub use desk::{CoachDesk, Planner};
pub use duplicates::Duplicate;
pub use error::{Details, Error, ErrorCode, Result};
pub use export::{ExportFormat, ExportInput, ExportPlan, ExportWhat, ExportedFile};
pub use feeds::{BusyFeed, BusyFeedInput, BusyTime, NewBusyFeed};
pub use glance::{Glance, GlanceLine, GlanceWords};
pub use holidays::{PublicHoliday, public_holidays};
pub use interchange::{LARGEST_CALENDAR, Progress};
pub use mail::{MailDraft, MailProgram};
pub use meeting::{Browser, Joined};
pub use nap::{LONGEST_NAP, nap};
pub use notice::{Join, NotShown, Notice, Notifier};
pub use owed::{OwedRoom, RoomNeed};
pub use prospects::Prospect;
pub use reminders::Reminded;
pub use series::{
    Conflict, ConflictKind, NewOccurrence, NewSeries, Occurrence, OccurrenceConflict, SeriesPlan, TakenBy,
};
pub use series_changes::{SeriesPlace, SeriesScope};
pub use session::{Coach, NewCoach, is_zone, zones};
pub use settings::{QuietHours, Settings, Weekday};
pub use slots_on_offer::{DaySlots, Slot};
pub use statistics::{Cancellations, MonthShare, PeriodFigures, Share, Statistics, Tally};
pub use statistics_file::StatisticsTable;
pub use store::Store;
pub use table_file::TableFile;
pub use topic::{Topic, Topics, topics};
pub use video_account::{KeySafe, KeyState, MemorySafe, SafeUnavailable, VideoAccount};
pub use video_options::{PlanRefusal, VideoSettings};
pub use video_test::{StepResult, TestStep, VideoTest};
pub use view::{Appointment, Cancellation, JoinWindow, Person, ReasonLabel, RoomState, RoomView};
