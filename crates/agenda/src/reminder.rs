//! Reminders: when they are due, and whether they still help.

use chrono::{DateTime, TimeDelta, Utc};

use crate::appointment::words;

/// Longest time before an appointment at which to remind, in minutes: two weeks.
pub const MAX_REMINDER_MIN: u32 = 20_160;

/// Where a reminder stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReminderState {
    /// It will be shown at its time.
    Due,
    /// It is being shown; a program that dies here leaves it so.
    Claimed,
    /// It was shown.
    Sent,
    /// Its time passed without being of use.
    Skipped,
    /// It could not be shown.
    Failed,
    /// The appointment was moved or called off.
    Cancelled,
}
words!(ReminderState {
    Due = "due",
    Claimed = "claimed",
    Sent = "sent",
    Skipped = "skipped",
    Failed = "failed",
    Cancelled = "cancelled",
});

/// One reminder of one appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// When it is due.
    pub due_at: DateTime<Utc>,
    /// Minutes before the start.
    pub before_min: u32,
    /// Where it stands.
    pub state: ReminderState,
    /// Why it was skipped or failed, in a word of the program.
    pub why: Option<String>,
}

/// The reminders of an appointment starting at `start`, booked or moved at `now`.
///
/// One whose time has passed already is skipped from the outset: who books for in half an hour needs no word that it
/// is in less than an hour.
pub fn reminders_for(start: DateTime<Utc>, offsets_min: &[u32], now: DateTime<Utc>) -> Vec<Reminder> {
    let reminder = |&before_min: &u32| {
        let due_at = start - TimeDelta::minutes(i64::from(before_min));
        let late = due_at <= now;
        Reminder {
            due_at,
            before_min,
            state: if late {
                ReminderState::Skipped
            } else {
                ReminderState::Due
            },
            why: late.then(|| "booked_late".to_owned()),
        }
    };
    offsets_min.iter().map(reminder).collect()
}

/// Whether a reminder that is due still helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    /// Not due yet.
    Later,
    /// Show it, however late: the appointment is not over.
    Show,
    /// The appointment is over.
    Useless,
}

/// What to do at `now` with a reminder due at `due_at` for an appointment ending at `end`.
pub fn urgency(due_at: DateTime<Utc>, end: DateTime<Utc>, now: DateTime<Utc>) -> Urgency {
    if now >= end {
        Urgency::Useless
    } else if now >= due_at {
        Urgency::Show
    } else {
        Urgency::Later
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appointment::tests::at;

    #[test]
    fn a_reminder_whose_time_has_passed_when_booking_is_skipped() {
        let start = at("2027-03-02T09:00:00Z");
        let made = reminders_for(start, &[60, 10], at("2027-03-02T08:30:00Z"));
        let told: Vec<_> = made.iter().map(|r| (r.before_min, r.state)).collect();
        assert_eq!(told, [(60, ReminderState::Skipped), (10, ReminderState::Due)]);
        assert_eq!(made[1].due_at, at("2027-03-02T08:50:00Z"));
    }

    #[test]
    fn after_a_long_sleep_only_what_is_not_over_is_shown() {
        let (due, end) = (at("2027-03-02T08:50:00Z"), at("2027-03-02T10:00:00Z"));
        assert_eq!(urgency(due, end, at("2027-03-02T08:49:59Z")), Urgency::Later);
        assert_eq!(urgency(due, end, at("2027-03-02T09:59:59Z")), Urgency::Show);
        assert_eq!(urgency(due, end, at("2027-03-02T10:00:00Z")), Urgency::Useless);
    }
}
