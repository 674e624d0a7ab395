//! Reminders: what is due is claimed in the database first, then shown, so that it is shown once.
//!
//! Several of one appointment that are due together (after a sleep) become one, the nearest; several appointments
//! become one notice. Within the quiet hours a reminder waits for their end where it still helps then.

pub(crate) mod announcements;
pub(crate) mod nap;
pub(crate) mod notice;

use agenda::{AppointmentId, Delivery, NotificationId, Status, delivery};
use chrono::{DateTime, TimeDelta, Utc};
use slots::Zone;
use store::{DueReminder, Settled};

use crate::{
    CoachDesk, Language, Notice, Notifier, Planner, Result,
    reminders::notice::{Shown, Told, pop_up},
    text::say,
};

/// The most appointments that one notice lists.
const MOST_LISTED: usize = 4;

/// What one look at the reminders found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reminded {
    /// How many were settled: shown, or skipped because they are of no use any more.
    pub settled: usize,
    /// When to look again, unless something changes before; `None` when nothing is ahead.
    pub next: Option<DateTime<Utc>>,
}

impl Planner {
    /// Shows every reminder that is due at `now` and still helps.
    pub async fn remind(&self, notifier: &impl Notifier, now: DateTime<Utc>) -> Result<Reminded> {
        self.store.give_up_old_claims(now).await?;
        let (announced, waiting) = self.announce(notifier, now).await?;
        let mut next = [self.store.next_reminder(now).await?, waiting]
            .into_iter()
            .flatten()
            .min();
        let mut ready = Vec::new();
        for it in self.store.due_reminders(now).await? {
            match delivery((it.start, it.end), quiet_until(&it, now), now) {
                Delivery::Wait(until) => next = Some(next.map_or(until, |next| next.min(until))),
                how => ready.push((it, how)),
            }
        }
        if ready.is_empty() {
            return Ok(Reminded {
                settled: announced,
                next,
            });
        }
        let wanted: Vec<NotificationId> = ready.iter().map(|(it, _)| it.id).collect();
        let claimed = self.store.claim_reminders(wanted, now).await?;
        ready.retain(|(it, _)| claimed.contains(&it.id));
        let settled = announced + ready.len();
        self.deliver(notifier, ready, now).await?;
        Ok(Reminded { settled, next })
    }

    async fn deliver(
        &self,
        notifier: &impl Notifier,
        claimed: Vec<(DueReminder, Delivery)>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (mut popping, mut quiet) = (Vec::new(), Vec::new());
        let nearest = nearest_of_each(&claimed);
        for (it, how) in claimed {
            match how {
                Delivery::Useless => self.settle(&it, Settled::Skipped("over"), now).await?,
                _ if !nearest.contains(&it.id) => {
                    self.settle(&it, Settled::Skipped("overtaken"), now).await?;
                }
                Delivery::InWindow => quiet.push(it),
                Delivery::PopUp | Delivery::Wait(_) => popping.push(it),
            }
        }
        for group in by_coach(popping) {
            let settled = match pop_up(notifier, &notice(&self.told(&group), now)).await {
                Shown::PoppedUp => Settled::Sent,
                Shown::InWindow => Settled::InWindow("in_window"),
                Shown::Nowhere => Settled::Failed("not_shown"),
            };
            self.settle_all(&group, settled, now).await?;
        }
        for group in by_coach(quiet) {
            let settled = match notifier.show_in_window(&notice(&self.told(&group), now)) {
                Ok(()) => Settled::InWindow("quiet_hours"),
                Err(_) => Settled::Failed("not_shown"),
            };
            self.settle_all(&group, settled, now).await?;
        }
        Ok(())
    }

    fn told<'a>(&self, group: &'a [DueReminder]) -> Vec<Told<'a>> {
        let told = |it: &'a DueReminder| Told {
            appointment: it.appointment,
            start: it.start,
            end: it.end,
            kind: it.kind,
            person: &it.person,
            type_name: &it.type_name,
            zone: &it.zone,
            language: it.language,
            clock_face: self.clock_face(it.language),
            hide_names: it.hide_names,
        };
        group.iter().map(told).collect()
    }

    async fn settle_all(&self, group: &[DueReminder], settled: Settled, now: DateTime<Utc>) -> Result<()> {
        for it in group {
            self.settle(it, settled, now).await?;
        }
        Ok(())
    }

    async fn settle(&self, it: &DueReminder, settled: Settled, now: DateTime<Utc>) -> Result<()> {
        Ok(self.store.settle_reminder(it.id, settled, now).await?)
    }
}

impl CoachDesk {
    /// A notice to try with whether the system shows any.
    pub async fn test_notice(&self) -> Result<Notice> {
        self.plain_notice("test_title", "test_body").await
    }

    /// A notice that the window was closed and the program goes on, without it.
    pub async fn tray_notice(&self) -> Result<Notice> {
        self.plain_notice("tray_title", "tray_body").await
    }

    /// A notice that a link leads to no appointment of this agenda.
    pub async fn unknown_link_notice(&self) -> Result<Notice> {
        self.plain_notice("link_unknown", "link_unknown_body").await
    }

    /// A notice that a link is none of ours, or was cut.
    pub async fn bad_link_notice(&self) -> Result<Notice> {
        self.plain_notice("link_bad", "link_bad_body").await
    }

    async fn plain_notice(&self, title: &str, body: &str) -> Result<Notice> {
        let language = self.rows.coach_card().await?.language;
        Ok(Notice {
            about: Vec::new(),
            title: say(language, title, &[]),
            body: say(language, body, &[]),
            join: None,
            open: say(language, "action_open", &[]),
            until: None,
            reminds: false,
        })
    }

    /// A reminder that is still shown, in the words of now: in the coach's present language, with the time that is left.
    /// None when nothing it is about lies ahead any more, as called off or moved past its end.
    pub async fn reminder_again(&self, shown: &Notice, now: DateTime<Utc>) -> Result<Option<Notice>> {
        let (coach, settings) = (self.rows.coach_card().await?, self.rows.settings().await?);
        let mut entries = Vec::with_capacity(shown.about.len());
        for id in &shown.about {
            match self.rows.entry(*id).await {
                Ok(entry) => entries.push(entry),
                Err(store::Error::NotFound) => {}
                Err(error) => return Err(error.into()),
            }
        }
        let told: Vec<Told<'_>> = entries
            .iter()
            .filter(|it| it.appointment.status == Status::Scheduled && it.appointment.end > now)
            .filter(|it| shown.until.is_none_or(|until| it.appointment.end <= until))
            .map(|it| Told {
                appointment: it.appointment.id,
                start: it.appointment.start,
                end: it.appointment.end,
                kind: it.appointment.kind,
                person: it.appointment.person.name().as_str(),
                type_name: it.type_name.as_str(),
                zone: coach.zone.name(),
                language: coach.language,
                clock_face: self.planner.clock_face(coach.language),
                hide_names: settings.hide_names,
            })
            .collect();
        Ok((!told.is_empty()).then(|| notice(&told, now)))
    }

    /// Until when a reminder that is due at `due_at` waits for the end of the quiet hours, if it does.
    pub(crate) async fn waits_until(
        &self,
        due_at: DateTime<Utc>,
        times: (DateTime<Utc>, DateTime<Utc>),
    ) -> Result<Option<DateTime<Utc>>> {
        let zone = self.rows.coach_card().await?.zone;
        let quiet = self.rows.settings().await?.quiet_hours;
        let until = quiet.and_then(|it| it.end_of(&zone, due_at));
        Ok(match delivery(times, until, due_at) {
            Delivery::Wait(until) => Some(until),
            Delivery::PopUp | Delivery::InWindow | Delivery::Useless => None,
        })
    }
}

fn quiet_until(it: &DueReminder, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let zone = Zone::parse(&it.zone).ok()?;
    it.quiet_hours?.end_of(&zone, now)
}

/// Of each appointment's reminders the one nearest to its start: an older one says nothing it does not say.
fn nearest_of_each(claimed: &[(DueReminder, Delivery)]) -> Vec<NotificationId> {
    let mut nearest: Vec<(AppointmentId, u32, NotificationId)> = Vec::new();
    for (it, _) in claimed {
        match nearest
            .iter_mut()
            .find(|(appointment, ..)| *appointment == it.appointment)
        {
            Some(known) if known.1 > it.before_min => *known = (it.appointment, it.before_min, it.id),
            Some(_) => {}
            None => nearest.push((it.appointment, it.before_min, it.id)),
        }
    }
    nearest.into_iter().map(|(_, _, id)| id).collect()
}

/// One group a coach, in the order of the starts.
fn by_coach(reminders: Vec<DueReminder>) -> Vec<Vec<DueReminder>> {
    let mut groups: Vec<Vec<DueReminder>> = Vec::new();
    for it in reminders {
        match groups
            .iter_mut()
            .find(|group| group.iter().any(|other| other.coach == it.coach))
        {
            Some(group) => group.push(it),
            None => groups.push(vec![it]),
        }
    }
    groups
}

/// One appointment in its own words, or several in a list; there is one at least.
fn notice(all: &[Told<'_>], now: DateTime<Utc>) -> Notice {
    let language = all.first().map_or(Language::En, |it| it.language);
    let (title, body) = match all {
        [only] => (
            title(language, &only.person(), &only.time(), only.start - now),
            only.line(now),
        ),
        several => (
            say(
                language,
                "reminders_several",
                &[("count", &several.len().to_string())],
            ),
            list(language, several, now),
        ),
    };
    Notice {
        about: all.iter().map(|it| it.appointment).collect(),
        title,
        body,
        join: all.iter().find_map(|it| it.join(now)),
        open: say(language, "action_open", &[]),
        until: all.iter().map(|it| it.end).max(),
        reminds: true,
    }
}

fn list(language: Language, several: &[Told<'_>], now: DateTime<Utc>) -> String {
    let line = |it: &Told<'_>| {
        let (moment, person) = (it.moment(now), it.person());
        // Without its name a line still has to be told from the others.
        let key = if it.hide_names {
            "reminders_line_hidden"
        } else {
            "reminders_line"
        };
        say(
            language,
            key,
            &[("time", &moment), ("person", &person), ("type", it.type_name)],
        )
    };
    let mut lines: Vec<String> = several.iter().take(MOST_LISTED).map(line).collect();
    let more = several.len().saturating_sub(MOST_LISTED);
    match more {
        0 => {}
        1 => lines.push(say(language, "reminders_one_more", &[])),
        _ => lines.push(say(language, "reminders_more", &[("count", &more.to_string())])),
    }
    lines.join("\n")
}

/// "In 10 min: Léa Dupuis": the time that is left now, not the one the reminder was set for.
fn title(language: Language, person: &str, time: &str, left: TimeDelta) -> String {
    // Half a minute of lateness is not a minute less to go.
    let minutes = (left + TimeDelta::seconds(30)).num_minutes();
    let (key, count) = match minutes {
        ..0 => ("reminder_started", 0),
        0 => ("reminder_now", 0),
        1..60 => ("reminder_in_minutes", minutes),
        60..1440 if minutes % 60 == 0 => ("reminder_in_hours", minutes / 60),
        60..1440 => ("reminder_in_hours_minutes", minutes / 60),
        _ => ("reminder_in_days", minutes / 1440),
    };
    let (count, rest) = (count.to_string(), format!("{:02}", minutes.rem_euclid(60)));
    say(
        language,
        key,
        &[
            ("count", &count),
            ("minutes", &rest),
            ("time", time),
            ("person", person),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(minutes: i64, seconds: i64) -> String {
        let left = TimeDelta::minutes(minutes) + TimeDelta::seconds(seconds);
        title(Language::Fr, "Léa", "10:30", left)
    }

    #[test]
    fn the_title_says_how_long_it_is_from_now() {
        assert_eq!(told(10, 0), "Dans 10 min : Léa");
        assert_eq!(told(10, -20), "Dans 10 min : Léa", "shown twenty seconds late");
        assert_eq!(told(60, 0), "Dans 1 h : Léa");
        assert_eq!(told(95, 0), "Dans 1 h 35 : Léa");
        assert_eq!(told(1440, 0), "Dans 1 j : Léa");
        assert_eq!(told(0, 10), "C’est l’heure : Léa");
        assert_eq!(told(-20, 0), "Commencé à 10:30 : Léa");
    }
}
