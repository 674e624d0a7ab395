//! Reminders shown: what is due is claimed in the database first, so that it is shown once.

use agenda::{AppointmentId, JoinMoment, MeetingKind, Urgency, urgency};
use chrono::{DateTime, TimeDelta, Utc};
use slots::Zone;
use store::{DueReminder, Settled};

use crate::{Language, Planner, Result, text::say};

/// A notification to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it is about: a click opens it.
    pub appointment: AppointmentId,
    /// First line.
    pub title: String,
    /// What follows.
    pub body: String,
    /// The label of the button that joins, when the room is open.
    pub join: Option<String>,
    /// The label of the button that opens the appointment.
    pub open: String,
}

/// The notification was not shown; the text is for the log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the notification was not shown: {0}")]
pub struct NotShown(pub String);

/// Shows notifications.
pub trait Notifier: Send + Sync {
    /// Shows one now.
    fn show(&self, notice: &Notice) -> std::result::Result<(), NotShown>;
}

impl Planner {
    /// Shows every reminder that is due at `now` and still helps. Answers how many were claimed.
    pub async fn remind(&self, notifier: &dyn Notifier, now: DateTime<Utc>) -> Result<usize> {
        let claimed = self.store.claim_due_reminders(now).await?;
        for it in &claimed {
            let settled = match urgency(it.due_at, it.end, now) {
                Urgency::Useless => Settled::Skipped("over"),
                Urgency::Show | Urgency::Later => show(notifier, it, now),
            };
            self.store.settle_reminder(it.id, settled, now).await?;
        }
        Ok(claimed.len())
    }

    /// Says of reminders that an earlier run left half done that nobody knows whether they were seen. Once, at start.
    pub async fn settle_interrupted_reminders(&self, now: DateTime<Utc>) -> Result<u64> {
        Ok(self.store.settle_interrupted_reminders(now).await?)
    }
}

fn show(notifier: &dyn Notifier, it: &DueReminder, now: DateTime<Utc>) -> Settled {
    match notifier.show(&notice(it, now)) {
        Ok(()) => Settled::Sent,
        Err(error) => {
            tracing::warn!(appointment = %it.appointment, %error, "a reminder failed");
            Settled::Failed("not_shown")
        }
    }
}

fn notice(it: &DueReminder, now: DateTime<Utc>) -> Notice {
    let language = it.language;
    let person = if it.hide_names {
        say(language, "reminder_someone", &[])
    } else {
        it.person.clone()
    };
    let time = Zone::parse(&it.zone).map_or(it.start.naive_utc(), |zone| zone.local(it.start));
    let time = time.format("%H:%M").to_string();
    let kind = say(language, kind_key(it.kind), &[]);
    let values = [
        ("type", it.type_name.as_str()),
        ("time", time.as_str()),
        ("kind", kind.as_str()),
    ];
    let open_now = matches!(moment(it, now), JoinMoment::Now);
    Notice {
        appointment: it.appointment,
        title: title(language, &person, &time, it.start - now),
        body: say(language, "reminder_body", &values),
        join: open_now.then(|| say(language, "action_join", &[])),
        open: say(language, "action_open", &[]),
    }
}

fn moment(it: &DueReminder, now: DateTime<Utc>) -> JoinMoment {
    let opens = agenda::join_opens(it.start);
    match it.kind {
        MeetingKind::Video if now < opens => JoinMoment::NotYet(opens),
        MeetingKind::Video if now < it.end => JoinMoment::Now,
        MeetingKind::Video => JoinMoment::Over,
        MeetingKind::Phone | MeetingKind::InPerson => JoinMoment::Never,
    }
}

fn kind_key(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Video => "kind_video",
        MeetingKind::Phone => "kind_phone",
        MeetingKind::InPerson => "kind_in_person",
    }
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
        assert_eq!(told(0, 10), "C'est l'heure : Léa");
        assert_eq!(told(-20, 0), "Commencé à 10:30 : Léa");
    }
}
