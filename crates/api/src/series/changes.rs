//! Changing series that are booked: this appointment and the following, or all of them, in one go or not at all.
//!
//! What has begun or is not scheduled any more is left as it is: it took place, or somebody was told. Changing one
//! appointment of a series is nothing special and is `changing`'s.

use agenda::{Actor, AppointmentId, CoachStep, Repetition, RoomGoal, SeriesId, Status};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use slots::Zone;
use specta::Type;
use store::{AppointmentText, Entry, RoomWish};

use crate::{
    Appointment, AppointmentChange, CoachDesk, Error, ErrorCode, Reschedule, Result,
    appointments::booking::whole_minute,
    appointments::changing::{room_name, room_of_kind},
    appointments::parse_reason,
    series::seat::Seat,
};

/// How much of a series is meant, beside the appointment that was pointed at.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum SeriesScope {
    /// It and those that start after it.
    Following,
    /// All of them.
    All,
    /// Those of the series that are named: what was moved together goes back together, wherever the rest stands by then.
    Named(Vec<AppointmentId>),
}

/// Where an appointment stands in its series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SeriesPlace {
    /// Which series.
    pub id: SeriesId,
    /// The rule it was made by.
    pub repetition: Repetition,
    /// Its place by start, from 1. Cancelled ones count, so that the number of a session stays.
    pub number: u32,
    /// How many there are.
    pub total: u32,
    /// How many others a change to it and the following would reach.
    pub following: u32,
    /// How many others a change to all would reach.
    pub others: u32,
}

impl CoachDesk {
    pub(crate) async fn place_in_series(
        &self,
        it: &agenda::Appointment,
        now: DateTime<Utc>,
    ) -> Result<Option<SeriesPlace>> {
        let Some(id) = it.series_id else {
            return Ok(None);
        };
        let series = self.rows.entries_of_series(id).await?;
        let before = series
            .iter()
            .take_while(|other| other.appointment.id != it.id)
            .count();
        let reached = |scope| {
            let others = series
                .iter()
                .filter(|other| is_meant(&other.appointment, it, &scope, now));
            number(others.count())
        };
        Ok(Some(SeriesPlace {
            id,
            repetition: self.rows.repetition(id).await?,
            number: number(before + 1),
            total: number(series.len()),
            following: reached(SeriesScope::Following),
            others: reached(SeriesScope::All),
        }))
    }

    /// Cancels with one reason. The appointment pointed at may be over: the others are cancelled then.
    pub async fn cancel_series(
        &self,
        id: AppointmentId,
        scope: &SeriesScope,
        reason: &str,
        now: DateTime<Utc>,
    ) -> Result<Vec<Appointment>> {
        let pointed = self.rows.entry(id).await?;
        let reason = parse_reason(reason)?;
        let meant = self.meant(pointed, CoachStep::Cancel, scope, now).await?;
        let which: Vec<_> = meant
            .iter()
            .map(|it| (it.appointment.id, room_to_remove(it)))
            .collect();
        self.rows
            .cancel_appointments(&which, &reason, Actor::Coach, now)
            .await?;
        self.told(&meant).await
    }

    /// Moves an appointment of a series, and the others by as much on the wall clock: a Tuesday at nine that becomes a
    /// Thursday at ten takes every one two days and an hour on, whatever the clocks do in between. With another type or
    /// length if that is asked for; otherwise each keeps its own.
    pub async fn reschedule_series(
        &self,
        to: &Reschedule,
        scope: &SeriesScope,
        now: DateTime<Utc>,
    ) -> Result<Vec<Appointment>> {
        let pointed = self.rows.entry(to.id).await?;
        pointed.appointment.allows(CoachStep::Reschedule, now)?;
        let plan = self.plan(&pointed, to).await?;
        let start = whole_minute(to.start)?;
        let zone = self.rows.coach_card().await?.zone;
        let by = zone.local(start) - zone.local(pointed.appointment.start);
        let meant = self.meant(pointed, CoachStep::Reschedule, scope, now).await?;
        let seats: Vec<Seat> = meant
            .iter()
            .map(|it| Seat {
                start: if it.appointment.id == to.id {
                    start
                } else {
                    shifted(&zone, it.appointment.start, by)
                },
                shape: plan.shape(it),
                outside_rules: to.outside_rules,
            })
            .collect();
        let ids: Vec<_> = meant.iter().map(|it| it.appointment.id).collect();
        let offer = self.offer_for(&seats, &ids).await?;
        self.refuse_conflicts(&offer, &seats, now).await?;
        let moves: Vec<_> = meant
            .iter()
            .zip(&seats)
            .map(|(it, seat)| (it.appointment.id, plan.at(it, seat.start, now)))
            .collect();
        let done = self.rows.move_appointments(&moves, now).await;
        self.tell_taken(done, &offer, &seats).await?;
        self.told(&meant).await
    }

    /// Changes what appointments of a series say. Only what the coach changed in the one pointed at is changed in the
    /// others: notes written for one session stay with it.
    pub async fn update_series(
        &self,
        change: &AppointmentChange,
        scope: &SeriesScope,
        now: DateTime<Utc>,
    ) -> Result<Vec<Appointment>> {
        let pointed = self.rows.entry(change.id).await?;
        pointed.appointment.allows(CoachStep::Edit, now)?;
        let new = self.new_text(&pointed, change).await?;
        let old = text_of(&pointed);
        let meant = self.meant(pointed, CoachStep::Edit, scope, now).await?;
        let changes: Vec<_> = meant
            .iter()
            .map(|it| {
                let text = with_changes(text_of(it), &old, &new);
                let room = room_of_kind(it, text.kind, now);
                (it.appointment.id, text, room)
            })
            .collect();
        self.rows.update_appointments(&changes, now).await?;
        self.told(&meant).await
    }

    /// The appointments a change reaches, by start: the one pointed at if its status allows the step, and the others
    /// that are meant.
    async fn meant(
        &self,
        pointed: Entry,
        step: CoachStep,
        scope: &SeriesScope,
        now: DateTime<Utc>,
    ) -> Result<Vec<Entry>> {
        let of_series = match pointed.appointment.series_id {
            Some(id) => self.rows.entries_of_series(id).await?,
            None => vec![pointed.clone()],
        };
        let it = &pointed.appointment;
        let meant: Vec<Entry> = of_series
            .into_iter()
            .filter(|other| {
                if other.appointment.id == it.id {
                    it.allows(step, now).is_ok()
                } else {
                    is_meant(&other.appointment, it, scope, now)
                }
            })
            .collect();
        if meant.is_empty() {
            return Err(Error::of(
                ErrorCode::NotAllowedNow,
                "nothing of the series is left to change",
            ));
        }
        Ok(meant)
    }

    /// Those appointments as they are now.
    async fn told(&self, changed: &[Entry]) -> Result<Vec<Appointment>> {
        self.want_room_work();
        let mut told = Vec::with_capacity(changed.len());
        for it in changed {
            told.push(self.appointment(it.appointment.id).await?);
        }
        Ok(told)
    }
}

/// Whether `other` is reached when `pointed` is pointed at.
fn is_meant(
    other: &agenda::Appointment,
    pointed: &agenda::Appointment,
    scope: &SeriesScope,
    now: DateTime<Utc>,
) -> bool {
    let ahead = other.id != pointed.id && other.status == Status::Scheduled && other.start > now;
    ahead
        && match scope {
            SeriesScope::Following => other.start > pointed.start,
            SeriesScope::All => true,
            SeriesScope::Named(which) => which.contains(&other.id),
        }
}

fn shifted(zone: &Zone, start: DateTime<Utc>, by: TimeDelta) -> DateTime<Utc> {
    zone.local(start)
        .checked_add_signed(by)
        .map_or(start, |civil| zone.opening(civil))
}

fn room_to_remove(entry: &Entry) -> Option<RoomWish> {
    room_name(entry).map(|name| RoomWish {
        name,
        goal: RoomGoal::Delete,
    })
}

fn text_of(entry: &Entry) -> AppointmentText {
    let it = &entry.appointment;
    AppointmentText {
        type_id: it.type_id,
        reason_id: it.reason_id,
        kind: it.kind,
        title: it.title.clone(),
        description: it.description.clone(),
        place: it.place.clone(),
    }
}

/// `own` with what differs between `old` and `new`.
fn with_changes(own: AppointmentText, old: &AppointmentText, new: &AppointmentText) -> AppointmentText {
    fn pick<T: PartialEq + Clone>(own: T, old: &T, new: &T) -> T {
        if old == new { own } else { new.clone() }
    }
    AppointmentText {
        type_id: pick(own.type_id, &old.type_id, &new.type_id),
        reason_id: pick(own.reason_id, &old.reason_id, &new.reason_id),
        kind: pick(own.kind, &old.kind, &new.kind),
        title: pick(own.title, &old.title, &new.title),
        description: pick(own.description, &old.description, &new.description),
        place: agenda::Place {
            place: pick(own.place.place, &old.place.place, &new.place.place),
            phone: pick(own.place.phone, &old.place.phone, &new.place.phone),
        },
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
