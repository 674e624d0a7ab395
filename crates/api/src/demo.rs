//! A throwaway agenda full of believable examples around today, for demonstrations and screenshots.
//!
//! It is made through the same use cases as everything else, so that it can hold nothing a coach could not have made.

mod script;

use agenda::{ClientId, ReasonId, TypeId};
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};
use script::{CLIENTS, PROSPECTS, Script};
use slots::Zone;

use crate::{
    AppointmentTypeInput, ClientInput, CoachDesk, DayRange, Error, ErrorCode, ExceptionInput, Language,
    MeetingKind, NewAppointment, NewCoach, NewOccurrence, NewPerson, NewSeries, Planner, RepeatEvery,
    RepeatUntil, Repetition, Result, SeriesPlan,
};

const ZONE: &str = "Europe/Paris";

/// Starts of a day's appointments, as hours and minutes, with the number of the type.
const DAY: [(u32, u32, usize); 5] = [(9, 0, 1), (10, 30, 1), (14, 0, 2), (15, 45, 0), (16, 30, 1)];

fn every_week(count: u16) -> Repetition {
    Repetition {
        every: RepeatEvery::Week,
        until: RepeatUntil::Times { count },
    }
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// What is made so far, to choose from.
struct Cast {
    zone: Zone,
    today: NaiveDate,
    now: DateTime<Utc>,
    types: Vec<TypeId>,
    reasons: Vec<ReasonId>,
    clients: Vec<ClientId>,
    script: &'static Script,
}

impl Planner {
    /// Fills an empty agenda with examples, whose words are of `language`; does nothing to one that has a coach.
    pub async fn fill_with_examples(&self, language: Language, now: DateTime<Utc>) -> Result<()> {
        if self.coach().await?.is_some() {
            return Ok(());
        }
        let coach = NewCoach {
            name: "Camille Laurent".into(),
            zone: ZONE.into(),
            language,
        };
        self.set_up_coach(&coach, now - TimeDelta::days(200)).await?;
        let desk = self.desk().await?;
        desk.learn_domain().await;
        let cast = desk.make_cast(Script::in_language(language), now).await?;
        desk.make_exceptions(&cast).await?;
        desk.make_appointments(&cast).await?;
        desk.make_calendar(&cast).await
    }
}

impl Cast {
    fn at(&self, date: NaiveDate, hour: u32, minute: u32) -> DateTime<Utc> {
        let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        self.zone.opening(date.and_time(time))
    }

    /// The appointment number `number` of the examples. Every choice follows from the number.
    fn appointment(&self, number: usize, start: DateTime<Utc>, kind_of: usize) -> Option<NewAppointment> {
        let person = if number % 9 == 4 {
            let (name, email) = PROSPECTS[number % PROSPECTS.len()];
            NewPerson::Prospect {
                name: name.into(),
                email: email.into(),
            }
        } else {
            NewPerson::Client {
                id: *self.clients.get(number * 5 % self.clients.len().max(1))?,
            }
        };
        let kind = match number % 7 {
            2 => MeetingKind::Phone,
            5 => MeetingKind::InPerson,
            _ => MeetingKind::Video,
        };
        Some(NewAppointment {
            person,
            type_id: *self.types.get(kind_of)?,
            reason_id: (!number.is_multiple_of(3))
                .then(|| self.reasons.get(number % self.reasons.len().max(1)).copied())
                .flatten(),
            kind,
            title: String::new(),
            description: if number % 4 == 1 {
                self.script.description.into()
            } else {
                String::new()
            },
            place: if kind == MeetingKind::InPerson {
                "12 rue des Lilas, Lyon".into()
            } else {
                String::new()
            },
            phone: if kind == MeetingKind::Phone {
                "06 12 34 56 78".into()
            } else {
                String::new()
            },
            start,
            duration_min: None,
            outside_rules: true,
        })
    }
}

impl CoachDesk {
    /// Enters the key held in memory once more, so that the domain is known. Without a stand-in there is none.
    async fn learn_domain(&self) {
        if let Ok((client, _)) = self.daily().await
            && let Ok(domain) = client.domain().await
        {
            let known = store::VideoDomain {
                name: Some(domain.name.to_string()),
                key_refused: false,
            };
            if let Err(error) = self.rows.set_video_domain(&known).await {
                tracing::warn!(%error, "the domain of the examples was not kept");
            }
        }
    }

    async fn make_cast(&self, script: &'static Script, now: DateTime<Utc>) -> Result<Cast> {
        let supervision = AppointmentTypeInput {
            name: "Supervision".into(),
            duration_min: 45,
            colour: "#8a3fb8".into(),
            description: script.supervision.into(),
            buffer_before_min: 0,
            buffer_after_min: 15,
            default_kind: MeetingKind::Video,
            reminder_offsets_min: None,
        };
        self.create_appointment_type(&supervision, now).await?;
        let mut clients = Vec::with_capacity(CLIENTS.len());
        for ((name, email, phone), notes) in CLIENTS.into_iter().zip(script.notes) {
            let input = ClientInput {
                name: name.into(),
                email: Some(email.into()),
                phone: Some(phone.into()).filter(|it: &String| !it.is_empty()),
                zone: None,
                notes: notes.into(),
            };
            clients.push(self.create_client(&input, now).await?.id);
        }
        let offered = self.configuration().await?;
        let zone = self.rows.coach_card().await?.zone;
        Ok(Cast {
            today: zone.date_of(now),
            zone,
            now,
            types: offered.types.into_iter().map(|it| it.id).collect(),
            reasons: offered.reasons.into_iter().map(|it| it.id).collect(),
            clients,
            script,
        })
    }

    async fn make_exceptions(&self, cast: &Cast) -> Result<()> {
        let day = |days: u64| cast.today.checked_add_days(Days::new(days)).unwrap_or(cast.today);
        // A training that takes a morning takes one of a working day.
        let training = (10..13)
            .map(day)
            .find(|it| !is_weekend(*it))
            .unwrap_or(cast.today);
        let evening = vec![DayRange {
            start_min: 14 * 60,
            end_min: 20 * 60,
        }];
        for (from, to, label, ranges) in [
            (day(24), day(31), cast.script.holidays, Vec::new()),
            (training, training, cast.script.training, evening),
        ] {
            let input = ExceptionInput {
                from: from.to_string(),
                to: to.to_string(),
                label: label.into(),
                ranges,
            };
            self.create_exception(&input, cast.now).await?;
        }
        Ok(())
    }

    /// The coach's own calendar, as a file of another program: an hour of sport on two days of each week.
    async fn make_calendar(&self, cast: &Cast) -> Result<()> {
        let from = cast.today - TimeDelta::days(28);
        let mut file =
            String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Virtus Planning//Demo//\r\n");
        for (weekday, hour, minutes) in [(Weekday::Tue, 12, 75), (Weekday::Fri, 17, 60)] {
            let Some(day) = from.iter_days().find(|date| date.weekday() == weekday) else {
                continue;
            };
            let start = cast.at(day, hour, 30);
            let end = start + TimeDelta::minutes(minutes);
            let at = |instant: DateTime<Utc>| cast.zone.local(instant).format("%Y%m%dT%H%M%S").to_string();
            let event = format!(
                "BEGIN:VEVENT\r\nUID:{hour}@demo\r\nDTSTAMP:20270101T000000Z\r\nDTSTART;TZID={ZONE}:{}\r\n\
                 DTEND;TZID={ZONE}:{}\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\n",
                at(start),
                at(end)
            );
            file.push_str(&event);
        }
        file.push_str("END:VCALENDAR\r\n");
        self.add_busy_feed_file(cast.script.calendar, file.into_bytes(), cast.now)
            .await
            .map(drop)
    }

    async fn make_appointments(&self, cast: &Cast) -> Result<()> {
        let mut number = self.make_the_one_that_begins_soon(cast).await?;
        self.make_a_series(cast).await?;
        for days in -28_i64..=23 {
            let date = cast.today + TimeDelta::days(days);
            if is_weekend(date) {
                continue;
            }
            for (index, (hour, minute, kind_of)) in DAY.into_iter().enumerate() {
                number += 1;
                // Believable agendas have holes, and more of them the further one looks ahead.
                let empty = (number * 7 + index).is_multiple_of(5) || (days > 10 && number.is_multiple_of(2));
                if !empty {
                    self.make_one(cast, number, cast.at(date, hour, minute), kind_of)
                        .await?;
                }
            }
        }
        Ok(())
    }

    /// One that can be joined at once: what a demonstration is about.
    async fn make_the_one_that_begins_soon(&self, cast: &Cast) -> Result<usize> {
        let five = 300;
        let next = (cast.now.timestamp() / five + 2) * five;
        let start = DateTime::from_timestamp(next, 0).unwrap_or(cast.now);
        self.make_one(cast, 0, start, 1).await?;
        Ok(0)
    }

    /// Seven Tuesdays with the first client, from three weeks ago on.
    async fn make_a_series(&self, cast: &Cast) -> Result<()> {
        let from = cast.today - TimeDelta::days(21);
        let tuesday = from.iter_days().find(|date| date.weekday() == Weekday::Tue);
        let first = cast.at(tuesday.unwrap_or(from), 10, 30);
        let (Some(new), repetition) = (cast.appointment(0, first, 1), every_week(7)) else {
            return Ok(());
        };
        let plan = SeriesPlan {
            type_id: new.type_id,
            duration_min: None,
            first,
            repetition,
        };
        let starts = self.preview_series(&plan, cast.now).await?;
        let free = starts
            .iter()
            .filter(|it| it.conflict.as_ref().is_none_or(|c| c.may_pass_over));
        let series = NewSeries {
            person: new.person,
            type_id: new.type_id,
            reason_id: new.reason_id,
            kind: MeetingKind::Video,
            title: String::new(),
            description: String::new(),
            place: String::new(),
            phone: String::new(),
            duration_min: None,
            repetition,
            occurrences: free
                .map(|it| NewOccurrence {
                    start: it.start,
                    outside_rules: true,
                })
                .collect(),
        };
        for made in self.create_series(&series, cast.now).await? {
            if made.end <= cast.now {
                self.complete_appointment(made.id, made.end).await?;
            }
        }
        Ok(())
    }

    async fn make_one(&self, cast: &Cast, number: usize, start: DateTime<Utc>, kind_of: usize) -> Result<()> {
        let Some(new) = cast.appointment(number, start, kind_of) else {
            return Ok(());
        };
        let booked_at = (start - TimeDelta::days(9)).min(cast.now);
        let made = match self.create_appointment(&new, booked_at).await {
            Ok(made) => made,
            Err(Error {
                code: ErrorCode::SlotTaken,
                ..
            }) => return Ok(()),
            Err(error) => return Err(error),
        };
        let over = made.end <= cast.now;
        match number % 11 {
            3 => self
                .cancel_appointment(made.id, cast.script.cancelled, booked_at)
                .await
                .map(drop),
            7 if over => self.mark_no_show(made.id, made.end).await.map(drop),
            // One or two are left to be closed: the dashboard asks for it.
            _ if over && made.end < cast.now - TimeDelta::days(2) => {
                self.complete_appointment(made.id, made.end).await.map(drop)
            }
            _ => Ok(()),
        }
    }
}
