//! How the agenda behaves, as one form.

use std::num::NonZeroU16;

use agenda::{CoachSettings, FieldProblem, Fields, Language, Line, Theme, parse_offsets};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use slots::Zone;
use specta::Type;

use crate::{CoachDesk, Result};

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

impl From<chrono::Weekday> for Weekday {
    fn from(day: chrono::Weekday) -> Self {
        match day {
            chrono::Weekday::Mon => Self::Mon,
            chrono::Weekday::Tue => Self::Tue,
            chrono::Weekday::Wed => Self::Wed,
            chrono::Weekday::Thu => Self::Thu,
            chrono::Weekday::Fri => Self::Fri,
            chrono::Weekday::Sat => Self::Sat,
            chrono::Weekday::Sun => Self::Sun,
        }
    }
}

impl From<Weekday> for chrono::Weekday {
    fn from(day: Weekday) -> Self {
        match day {
            Weekday::Mon => Self::Mon,
            Weekday::Tue => Self::Tue,
            Weekday::Wed => Self::Wed,
            Weekday::Thu => Self::Thu,
            Weekday::Fri => Self::Fri,
            Weekday::Sat => Self::Sat,
            Weekday::Sun => Self::Sun,
        }
    }
}

/// The settings of a coach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// Their name.
    pub name: String,
    /// IANA name of the zone the agenda is in.
    pub zone: String,
    /// The language of the interface.
    pub language: Language,
    /// Light, dark, or as the system is.
    pub theme: Theme,
    /// First day of a calendar's week.
    pub first_weekday: Weekday,
    /// Minutes from one offered start to the next, 5 to 240.
    pub step_min: u32,
    /// Minutes between now and the first start that is offered, 0 to 43 200.
    pub notice_min: u32,
    /// Days ahead that are offered, 1 to 1095.
    pub horizon_days: u32,
    /// Appointments on one day at most, 1 to 100; none for no limit.
    pub max_per_day: Option<u32>,
    /// Minutes before the start at which to remind, each 0 to 20 160.
    pub reminder_offsets_min: Vec<u32>,
    /// No person's name in notifications.
    pub hide_names: bool,
    /// When nothing pops up; none when anything may at any hour.
    pub quiet_hours: Option<QuietHours>,
}

/// A part of each day in which nothing pops up, in minutes after midnight, 0 to 1439; it may reach over midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct QuietHours {
    /// First quiet minute.
    pub from_min: u32,
    /// First minute after it; not the same.
    pub to_min: u32,
}

impl From<agenda::QuietHours> for QuietHours {
    fn from(it: agenda::QuietHours) -> Self {
        Self {
            from_min: it.from_min(),
            to_min: it.to_min(),
        }
    }
}

impl CoachDesk {
    /// The coach's settings.
    pub async fn settings(&self) -> Result<Settings> {
        let (coach, settings) = (self.rows.coach_card().await?, self.rows.settings().await?);
        Ok(Settings {
            name: coach.name.to_string(),
            zone: coach.zone.name().to_owned(),
            language: coach.language,
            theme: settings.theme,
            first_weekday: settings.first_weekday.into(),
            step_min: settings.step_min,
            notice_min: settings.notice_min,
            horizon_days: u32::from(settings.horizon_days),
            max_per_day: settings.max_per_day.map(|most| u32::from(most.get())),
            reminder_offsets_min: settings.reminder_offsets_min,
            hide_names: settings.hide_names,
            quiet_hours: settings.quiet_hours.map(QuietHours::from),
        })
    }

    /// Replaces the coach's settings. Appointments ahead are reminded of as they say now.
    pub async fn update_settings(&self, form: &Settings, now: DateTime<Utc>) -> Result<Settings> {
        let mut fields = Fields::new();
        let name = fields.take("name", Line::parse(&form.name));
        let zone = fields.take(
            "zone",
            Zone::parse(&form.zone).map_err(|_| (FieldProblem::NotAZone, None)),
        );
        let settings = behaviour(&mut fields, form);
        let (name, zone) = fields.finish(name.zip(zone))?;
        let coach = agenda::Coach {
            id: self.rows.coach(),
            name,
            zone,
            language: form.language,
        };
        self.rows.update_coach(&coach, &settings, now).await?;
        // Whole days of other calendars are those of another zone now.
        self.want_feed_work();
        self.settings().await
    }
}

fn behaviour(fields: &mut Fields, form: &Settings) -> CoachSettings {
    fields.within("stepMin", form.step_min, 5..=240);
    fields.within("noticeMin", form.notice_min, 0..=43_200);
    fields.within("horizonDays", form.horizon_days, 1..=1095);
    if let Some(most) = form.max_per_day {
        fields.within("maxPerDay", most, 1..=100);
    }
    let small = |number: u32| u16::try_from(number).unwrap_or(u16::MAX);
    CoachSettings {
        theme: form.theme,
        first_weekday: form.first_weekday.into(),
        step_min: form.step_min,
        notice_min: form.notice_min,
        horizon_days: small(form.horizon_days),
        max_per_day: form.max_per_day.map(small).and_then(NonZeroU16::new),
        reminder_offsets_min: parse_offsets(fields, "reminderOffsetsMin", &form.reminder_offsets_min),
        hide_names: form.hide_names,
        quiet_hours: form
            .quiet_hours
            .and_then(|it| agenda::QuietHours::parse(fields, "quietHours", it.from_min, it.to_min)),
    }
}
