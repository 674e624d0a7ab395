//! What can be taken in at a glance, without the window: what is next, and what the day holds.

use agenda::AppointmentId;
use chrono::{DateTime, Utc};
use store::Entry;

use crate::{CoachDesk, Language, Result, reminders::notice::Told, text::say};

/// The most appointments of a day that are listed.
const MOST: usize = 12;

/// What is next, and the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    /// The next appointment, with its day unless that is today; none when nothing is ahead.
    pub next: Option<GlanceLine>,
    /// The next appointment's line when it is today's, for the title of the window.
    pub title: Option<String>,
    /// The appointment whose door is open now.
    pub join: Option<GlanceLine>,
    /// The scheduled appointments of today that are not over, at most twelve.
    pub today: Vec<GlanceLine>,
    /// The words around them.
    pub words: GlanceWords,
}

/// An appointment in a line: "10:30 · Léa Dupuis".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlanceLine {
    /// Which.
    pub appointment: AppointmentId,
    /// What it says.
    pub line: String,
}

/// The words around a glance, in the coach's language.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct GlanceWords {
    pub none: String,
    pub today: String,
    pub nothing: String,
    pub book: String,
    pub open: String,
    pub quit: String,
}

impl GlanceWords {
    /// In `language`.
    pub fn in_language(language: Language) -> Self {
        let say = |key| say(language, key, &[]);
        Self {
            none: say("glance_none"),
            today: say("glance_today"),
            nothing: say("glance_nothing"),
            book: say("glance_book"),
            open: say("glance_open"),
            quit: say("glance_quit"),
        }
    }
}

impl CoachDesk {
    /// What is next, and the day, as they are at `now`.
    pub async fn glance(&self, now: DateTime<Utc>) -> Result<Glance> {
        let (coach, settings) = (self.rows.coach_card().await?, self.rows.settings().await?);
        let ahead = self
            .rows
            .upcoming_entries(now, u32::try_from(MOST).unwrap_or(u32::MAX))
            .await?;
        let told = |entry: &'_ Entry| Line {
            told: Told {
                appointment: entry.appointment.id,
                start: entry.appointment.start,
                end: entry.appointment.end,
                kind: entry.appointment.kind,
                person: "",
                type_name: "",
                zone: coach.zone.name(),
                language: coach.language,
                clock_face: self.planner.clock_face(coach.language),
                hide_names: settings.hide_names,
            },
            person: entry.appointment.person.name().to_string(),
            type_name: entry.type_name.to_string(),
        };
        let lines: Vec<Line<'_>> = ahead.iter().map(told).collect();
        let today: Vec<&Line<'_>> = lines.iter().filter(|it| it.told.is_today(now)).collect();
        Ok(Glance {
            next: lines.first().map(|it| it.glance_as("glance_next", now)),
            title: today.first().map(|it| it.text(now)),
            join: lines
                .iter()
                .find(|it| it.told.join(now).is_some())
                .map(|it| it.glance_as("glance_join", now)),
            today: today.iter().map(|it| it.glance(now)).collect(),
            words: GlanceWords::in_language(coach.language),
        })
    }
}

struct Line<'a> {
    told: Told<'a>,
    person: String,
    type_name: String,
}

impl Line<'_> {
    fn text(&self, now: DateTime<Utc>) -> String {
        let who = if self.told.hide_names {
            &self.type_name
        } else {
            &self.person
        };
        format!("{} · {who}", self.told.moment(now))
    }

    fn glance_as(&self, key: &str, now: DateTime<Utc>) -> GlanceLine {
        GlanceLine {
            appointment: self.told.appointment,
            line: say(self.told.language, key, &[("line", &self.text(now))]),
        }
    }

    fn glance(&self, now: DateTime<Utc>) -> GlanceLine {
        GlanceLine {
            appointment: self.told.appointment,
            line: self.text(now),
        }
    }
}
