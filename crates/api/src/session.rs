//! The first run, and whose agenda this is.

use agenda::{
    AppointmentType, Block, CoachId, CoachSettings, Colour, Defaults, Fields, Language, Line, MeetingKind,
    Reason, ReasonId, Theme, TypeCard, TypeId, WEEK,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use slots::{TimeRange, WeeklyHours, Zone};
use specta::Type;

use crate::{Error, FieldProblem, Planner, Result, settings::Weekday};

/// The coach, as the interface needs them everywhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Coach {
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
}

/// The answers of the first run.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewCoach {
    /// Their name.
    pub name: String,
    /// IANA name of their zone.
    pub zone: String,
    /// The language they work in.
    pub language: Language,
}

/// Every time zone that can be chosen on this computer, sorted.
pub fn zones() -> Vec<String> {
    Zone::all()
}

/// Whether this computer knows the zone.
pub fn is_zone(name: &str) -> bool {
    Zone::parse(name).is_ok()
}

impl Planner {
    /// The coach of this computer; `None` before the first run is done.
    pub async fn coach(&self) -> Result<Option<Coach>> {
        let Some(coach) = self.store.first_coach().await? else {
            return Ok(None);
        };
        let settings = self.store.as_coach(coach.id).settings().await?;
        Ok(Some(Coach {
            name: coach.name.to_string(),
            zone: coach.zone.name().to_owned(),
            language: coach.language,
            theme: settings.theme,
            first_weekday: settings.first_weekday.into(),
        }))
    }

    /// Ends the first run: makes the coach with types, reasons and weekly hours in their language.
    pub async fn set_up_coach(&self, new: &NewCoach, now: DateTime<Utc>) -> Result<()> {
        if self.store.first_coach().await?.is_some() {
            return Err(Error::of(
                crate::ErrorCode::NotAllowedNow,
                "a coach has been set up already",
            ));
        }
        let mut fields = Fields::new();
        let name = fields.take("name", Line::parse(&new.name));
        let zone = fields.take(
            "zone",
            Zone::parse(&new.zone).map_err(|_| (FieldProblem::NotAZone, None)),
        );
        let (name, zone) = fields.finish(name.zip(zone))?;
        let coach = agenda::Coach {
            id: CoachId::new(now),
            name,
            zone,
            language: new.language,
        };
        let defaults = Defaults::in_language(new.language);
        let (types, reasons) = (default_types(defaults, now)?, default_reasons(defaults, now)?);
        let settings = CoachSettings::default();
        Ok(self
            .store
            .create_coach(&coach, &settings, &default_week()?, &types, &reasons, now)
            .await?)
    }
}

fn broken_default(what: &str) -> Error {
    Error::of(crate::ErrorCode::Internal, format!("a default {what} is none"))
}

fn default_week() -> Result<WeeklyHours> {
    let mut ranges = Vec::new();
    for (weekday, _) in &WEEK[..5] {
        for (start, end) in Defaults::WEEKDAY_RANGES {
            ranges.push((
                *weekday,
                TimeRange::from_minutes(start, end).map_err(|_| broken_default("range"))?,
            ));
        }
    }
    Ok(WeeklyHours::new(ranges))
}

fn default_types(defaults: Defaults, now: DateTime<Utc>) -> Result<Vec<AppointmentType>> {
    let card = |(name, duration_min, colour): (&str, u32, &str)| -> Result<TypeCard> {
        Ok(TypeCard {
            name: Line::parse(name).map_err(|_| broken_default("name"))?,
            duration_min,
            colour: Colour::parse(colour).map_err(|_| broken_default("colour"))?,
            description: Block::default(),
            buffer_before_min: 0,
            buffer_after_min: 0,
            default_kind: MeetingKind::Video,
            reminder_offsets_min: None,
        })
    };
    defaults
        .types
        .into_iter()
        .map(|it| {
            Ok(AppointmentType {
                id: TypeId::new(now),
                card: card(it)?,
                archived: false,
            })
        })
        .collect()
}

fn default_reasons(defaults: Defaults, now: DateTime<Utc>) -> Result<Vec<Reason>> {
    let reason = |label| {
        let label = Line::parse(label).map_err(|_| broken_default("label"))?;
        Ok(Reason {
            id: ReasonId::new(now),
            label,
            archived: false,
        })
    };
    defaults.reasons.into_iter().map(reason).collect()
}
