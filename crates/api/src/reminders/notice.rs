//! Notices: what is shown to the coach beside the interface, and who shows it.

use std::future::Future;

use agenda::{AppointmentId, ClockFace, MeetingKind};
use chrono::{DateTime, Datelike, Utc};
use slots::Zone;

use crate::{Language, text::say};

/// Something to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The appointments it is about, the soonest first; none when it is about none. A click opens the only one, or the
    /// day.
    pub about: Vec<AppointmentId>,
    /// First line.
    pub title: String,
    /// What follows; its lines are separated by `\n`.
    pub body: String,
    /// The button that joins, when a room is open.
    pub join: Option<Join>,
    /// The label of the button that opens; empty when there is nothing to open.
    pub open: String,
    /// From then on it says nothing of use.
    pub until: Option<DateTime<Utc>>,
    /// It says how long it is until what it is about: see [`CoachDesk::reminder_again`](crate::CoachDesk::reminder_again).
    pub reminds: bool,
}

/// A button that joins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Join {
    /// Whose room.
    pub appointment: AppointmentId,
    /// What it says.
    pub label: String,
}

/// The notice was not shown; the text is for the log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the notice was not shown: {0}")]
pub struct NotShown(pub String);

/// Shows notices.
pub trait Notifier: Sync {
    /// Has the system show one now. An error when the system has nothing to show it with, or refuses.
    fn pop_up(&self, notice: &Notice) -> impl Future<Output = Result<(), NotShown>> + Send;

    /// Shows one in the window until it is closed, without a sound; a window that is hidden stays hidden.
    fn show_in_window(&self, notice: &Notice) -> Result<(), NotShown>;

    /// Shows one in the window, because nothing can pop up: the window must not stay hidden.
    fn show_in_raised_window(&self, notice: &Notice) -> Result<(), NotShown>;
}

/// Where a notice was shown at last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    PoppedUp,
    InWindow,
    Nowhere,
}

/// Has it pop up, or, where nothing can, shows it in the window.
pub(crate) async fn pop_up(notifier: &impl Notifier, notice: &Notice) -> Shown {
    let Err(error) = notifier.pop_up(notice).await else {
        return Shown::PoppedUp;
    };
    tracing::warn!(about = ?notice.about, %error, "a notice could not pop up");
    match notifier.show_in_raised_window(notice) {
        Ok(()) => Shown::InWindow,
        Err(error) => {
            tracing::error!(about = ?notice.about, %error, "a notice could not be shown at all");
            Shown::Nowhere
        }
    }
}

/// An appointment as a notice speaks of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told<'a> {
    pub(crate) appointment: AppointmentId,
    pub(crate) start: DateTime<Utc>,
    pub(crate) end: DateTime<Utc>,
    pub(crate) kind: MeetingKind,
    pub(crate) person: &'a str,
    pub(crate) type_name: &'a str,
    pub(crate) zone: &'a str,
    pub(crate) language: Language,
    pub(crate) clock_face: ClockFace,
    pub(crate) hide_names: bool,
}

impl Told<'_> {
    /// The person's name, or that it is somebody.
    pub(crate) fn person(&self) -> String {
        if self.hide_names {
            say(self.language, "reminder_someone", &[])
        } else {
            self.person.to_owned()
        }
    }

    /// The time of day it begins.
    pub(crate) fn time(&self) -> String {
        self.clock_face.read(self.local(self.start).time())
    }

    /// When it begins, with the day unless that is today: `09:00`, `demain 09:00`, `4 mars 09:00`.
    pub(crate) fn moment(&self, now: DateTime<Utc>) -> String {
        let (today, date) = (self.local(now).date(), self.local(self.start).date());
        let (day, month) = (date.day().to_string(), format!("short_month_{}", date.month()));
        let month = say(self.language, &month, &[]);
        let values = [("time", self.time()), ("day", day), ("month", month)];
        let values: Vec<_> = values
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        match (date - today).num_days() {
            0 => self.time(),
            1 => say(self.language, "moment_tomorrow", &values),
            _ => say(self.language, "moment_date", &values),
        }
    }

    /// Whether it begins on the date it is now, at the coach's.
    pub(crate) fn is_today(&self, now: DateTime<Utc>) -> bool {
        self.local(self.start).date() == self.local(now).date()
    }

    /// `Séance · 09:00 · visio`.
    pub(crate) fn line(&self, now: DateTime<Utc>) -> String {
        let (moment, kind) = (self.moment(now), say(self.language, kind_key(self.kind), &[]));
        let values = [
            ("type", self.type_name),
            ("time", moment.as_str()),
            ("kind", kind.as_str()),
        ];
        say(self.language, "reminder_body", &values)
    }

    /// The button that joins, when the room is open at `now`.
    pub(crate) fn join(&self, now: DateTime<Utc>) -> Option<Join> {
        let video = self.kind == MeetingKind::Video;
        let open = video && agenda::join_opens(self.start) <= now && now < self.end;
        open.then(|| Join {
            appointment: self.appointment,
            label: say(self.language, "action_join", &[]),
        })
    }

    fn local(&self, at: DateTime<Utc>) -> chrono::NaiveDateTime {
        Zone::parse(self.zone).map_or(at.naive_utc(), |zone| zone.local(at))
    }
}

fn kind_key(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Video => "kind_video",
        MeetingKind::Phone => "kind_phone",
        MeetingKind::InPerson => "kind_in_person",
    }
}
