//! Reminders: when they are due, and whether they still help.

use chrono::{DateTime, TimeDelta, Utc};

use crate::{FieldProblem, Fields, appointment::words};

/// Longest time before an appointment at which to remind, in minutes: two weeks.
pub const MAX_REMINDER_MIN: u32 = 20_160;
/// The most reminders of one appointment.
pub const MOST_REMINDERS: usize = 8;

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

/// What is done with a reminder whose time has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// It is shown, however late: the appointment is not over.
    PopUp,
    /// It waits until the quiet hours end, which is before the appointment begins.
    Wait(DateTime<Utc>),
    /// It is shown in the window, without a sound: after the quiet hours it would be too late.
    InWindow,
    /// The appointment is over.
    Useless,
}

/// What to do at `now` with a reminder that is due, of an appointment from `start` to `end`; `quiet_until` is the end
/// of the quiet hours that `now` falls into.
pub fn delivery(
    (start, end): (DateTime<Utc>, DateTime<Utc>),
    quiet_until: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Delivery {
    match quiet_until {
        _ if now >= end => Delivery::Useless,
        Some(until) if until < start => Delivery::Wait(until),
        Some(_) => Delivery::InWindow,
        None => Delivery::PopUp,
    }
}

/// Parses the offsets of a form: at most [`MOST_REMINDERS`], each once and at most [`MAX_REMINDER_MIN`]; the largest
/// comes first.
pub fn parse_offsets(fields: &mut Fields, field: &str, form: &[u32]) -> Vec<u32> {
    if form.len() > MOST_REMINDERS {
        fields.refuse(field, FieldProblem::TooLong, u32::try_from(MOST_REMINDERS).ok());
    }
    let mut offsets: Vec<u32> = Vec::with_capacity(form.len());
    for (index, &before) in form.iter().enumerate() {
        let field = format!("{field}.{index}");
        fields.within(&field, before, 0..=MAX_REMINDER_MIN);
        if offsets.contains(&before) {
            fields.refuse(field, FieldProblem::Duplicate, None);
        }
        offsets.push(before);
    }
    offsets.sort_unstable_by(|a, b| b.cmp(a));
    offsets
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
        let times = (at("2027-03-02T09:00:00Z"), at("2027-03-02T10:00:00Z"));
        assert_eq!(delivery(times, None, at("2027-03-02T09:59:59Z")), Delivery::PopUp);
        assert_eq!(
            delivery(times, None, at("2027-03-02T10:00:00Z")),
            Delivery::Useless
        );
    }

    #[test]
    fn a_reminder_waits_for_the_quiet_hours_to_end_only_if_it_is_not_too_late_then() {
        let times = (at("2027-03-02T09:00:00Z"), at("2027-03-02T10:00:00Z"));
        let now = at("2027-03-02T06:00:00Z");
        let until = |text| delivery(times, Some(at(text)), now);
        assert_eq!(
            until("2027-03-02T08:59:00Z"),
            Delivery::Wait(at("2027-03-02T08:59:00Z"))
        );
        assert_eq!(until("2027-03-02T09:00:00Z"), Delivery::InWindow);
        let over = delivery(
            times,
            Some(at("2027-03-02T12:00:00Z")),
            at("2027-03-02T10:00:00Z"),
        );
        assert_eq!(over, Delivery::Useless);
    }

    #[test]
    fn each_offset_comes_once_and_is_named_when_it_does_not() {
        let mut fields = Fields::new();
        assert_eq!(parse_offsets(&mut fields, "offsets", &[10, 60]), [60, 10]);
        assert_eq!(fields.finish(Some(())), Ok(()));
        let mut fields = Fields::new();
        parse_offsets(&mut fields, "offsets", &[10, 10, 20_161]);
        let refused = fields.finish(Some(())).unwrap_err();
        let told: Vec<_> = refused.iter().map(|it| (it.field.as_str(), it.problem)).collect();
        assert_eq!(
            told,
            [
                ("offsets.1", FieldProblem::Duplicate),
                ("offsets.2", FieldProblem::OutOfRange)
            ]
        );
    }
}
