//! Free slots: the engine of `slots`, fed with what one coach's agenda holds.

use agenda::{AppointmentId, CoachSettings, Fields, MAX_DURATION_MIN, MIN_DURATION_MIN, TypeCard, TypeId};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use slots::{Bookings, Buffer, Exceptions, Length, Notice, Rules, Spans, Step, Window, Zone};
use specta::Type;

use crate::{CoachDesk, Error, ErrorCode, FieldProblem, Result};

/// The longest period asked for at once, in days.
const LONGEST_PERIOD: i64 = 400;

/// Appointments this far outside a window still matter to it: its longest buffer, and the dates at its ends.
const MARGIN: TimeDelta = TimeDelta::days(2);

/// What slots are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SlotSearch {
    /// The type, whose buffers are kept.
    pub type_id: TypeId,
    /// How long it is to last, 5 to 1440 minutes; none for as long as its type.
    pub duration_min: Option<u32>,
    /// The appointment that is being moved: the time it has now is free to it.
    pub moving: Option<AppointmentId>,
}

impl From<TypeId> for SlotSearch {
    /// For a new appointment of that type.
    fn from(type_id: TypeId) -> Self {
        Self {
            type_id,
            duration_min: None,
            moving: None,
        }
    }
}

/// A start where the appointment would fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Slot {
    /// Its start.
    pub start: DateTime<Utc>,
    /// Its end, without buffers.
    pub end: DateTime<Utc>,
}

/// The slots that start on one date of the coach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DaySlots {
    /// The date, in the coach's zone.
    pub date: NaiveDate,
    /// Its slots, in order.
    pub slots: Vec<Slot>,
}

/// What the engine is asked with, owned.
pub(crate) struct Offer {
    pub(crate) zone: Zone,
    weekly: slots::WeeklyHours,
    exceptions: Exceptions,
    settings: CoachSettings,
    rules: Rules,
    bookings: Bookings,
    busy: Spans,
}

/// How long an appointment lasts and what it keeps free around it, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_field_names, reason = "the unit belongs to each")]
pub(crate) struct Shape {
    pub(crate) duration_min: u32,
    pub(crate) before_min: u32,
    pub(crate) after_min: u32,
}

impl From<&TypeCard> for Shape {
    fn from(card: &TypeCard) -> Self {
        Self {
            duration_min: card.duration_min,
            before_min: card.buffer_before_min,
            after_min: card.buffer_after_min,
        }
    }
}

impl Shape {
    /// That of a type, with another duration if one is given.
    pub(crate) fn of(card: &TypeCard, duration_min: Option<u32>) -> Self {
        let usual = Self::from(card);
        Self {
            duration_min: duration_min.unwrap_or(usual.duration_min),
            ..usual
        }
    }

    pub(crate) fn duration(self) -> TimeDelta {
        TimeDelta::minutes(i64::from(self.duration_min))
    }
}

/// A wished duration, within its bounds.
pub(crate) fn duration(fields: &mut Fields, minutes: Option<u32>) -> Option<u32> {
    minutes.map(|it| fields.within("durationMin", it, MIN_DURATION_MIN..=MAX_DURATION_MIN))
}

impl Offer {
    /// The coach's rules for an appointment of another shape.
    pub(crate) fn rules_of(&self, shape: Shape) -> Result<Rules> {
        rules(shape, &self.settings)
    }

    pub(crate) fn agenda(&self, now: DateTime<Utc>) -> slots::Agenda<'_> {
        slots::Agenda {
            zone: &self.zone,
            weekly: &self.weekly,
            exceptions: &self.exceptions,
            rules: &self.rules,
            bookings: &self.bookings,
            busy: &self.busy,
            now,
        }
    }
}

impl CoachDesk {
    /// Everything the engine needs for starts between `from` and `to`, without the appointments that are being moved.
    pub(crate) async fn offer(
        &self,
        shape: Shape,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        moving: &[AppointmentId],
    ) -> Result<Offer> {
        let (coach, settings) = (self.rows.coach_card().await?, self.rows.settings().await?);
        let exceptions = self.rows.exceptions(coach.zone.date_of(from - MARGIN)).await?;
        let ranges = exceptions
            .iter()
            .map(|it| (it.card.from, it.card.to, it.card.opening.ranges().iter().copied()));
        Ok(Offer {
            weekly: self.rows.weekly_hours().await?,
            exceptions: Exceptions::from_spans(ranges),
            rules: rules(shape, &settings)?,
            settings,
            bookings: self.rows.bookings(from - MARGIN, to + MARGIN, moving).await?,
            busy: self.rows.busy(from - MARGIN, to + MARGIN).await?,
            zone: coach.zone,
        })
    }

    /// The free slots of one date, in the coach's zone.
    pub async fn available_slots(
        &self,
        type_id: TypeId,
        date: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<DaySlots> {
        let mut days = self
            .available_slots_for_period(type_id.into(), date, date, now)
            .await?;
        Ok(days.pop().unwrap_or(DaySlots {
            date,
            slots: Vec::new(),
        }))
    }

    /// The free slots of every date from `from` to `to`, both inclusive; also of dates that have none.
    pub async fn available_slots_for_period(
        &self,
        search: SlotSearch,
        from: NaiveDate,
        to: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Vec<DaySlots>> {
        if !(0..=LONGEST_PERIOD).contains(&(to - from).num_days()) {
            return Err(Error::field("to", FieldProblem::OutOfRange));
        }
        let mut fields = Fields::new();
        let duration_min = duration(&mut fields, search.duration_min);
        fields.finish(Some(()))?;
        let card = self.rows.appointment_type(search.type_id).await?.card;
        let zone = self.rows.coach_card().await?.zone;
        let after = to.checked_add_days(Days::new(1)).unwrap_or(to);
        let offer = self
            .offer(
                Shape::of(&card, duration_min),
                zone.start_of_day(from),
                zone.start_of_day(after),
                search.moving.as_slice(),
            )
            .await?;
        let free = slots::free_slots(&offer.agenda(now), Window::Dates(from, to));
        let mut days: Vec<DaySlots> = from
            .iter_days()
            .take_while(|date| *date <= to)
            .map(|date| DaySlots {
                date,
                slots: Vec::new(),
            })
            .collect();
        for slot in &free {
            let index = (zone.date_of(slot.start) - from).num_days();
            if let Some(day) = usize::try_from(index).ok().and_then(|index| days.get_mut(index)) {
                day.slots.push(Slot {
                    start: slot.start,
                    end: slot.end,
                });
            }
        }
        Ok(days)
    }

    /// Whether an appointment of that type can start then, by the same rules as the lists above.
    pub async fn is_slot_available(
        &self,
        type_id: TypeId,
        start: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<bool> {
        let shape = Shape::from(&self.rows.appointment_type(type_id).await?.card);
        let offer = self.offer(shape, start, start, &[]).await?;
        Ok(slots::check(&offer.agenda(now), start).is_ok())
    }
}

fn rules(shape: Shape, settings: &CoachSettings) -> Result<Rules> {
    let broken = |bad: slots::BadMinutes| Error::of(ErrorCode::Internal, bad.to_string());
    Ok(Rules {
        duration: Length::new(shape.duration_min).map_err(broken)?,
        step: Step::new(settings.step_min).map_err(broken)?,
        before: Buffer::new(shape.before_min).map_err(broken)?,
        after: Buffer::new(shape.after_min).map_err(broken)?,
        notice: Notice::new(settings.notice_min).map_err(broken)?,
        horizon_days: Some(settings.horizon_days),
        max_per_day: settings.max_per_day.map(std::num::NonZeroU16::get),
    })
}
