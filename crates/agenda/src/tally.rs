//! Counts of appointments by how they ended, and the rates that follow from them.

use chrono::TimeDelta;

use crate::{Sitting, Status};

/// How many appointments there were, and how they ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// All of them, cancelled ones too.
    pub total: u32,
    /// Still to take place, or not closed yet.
    pub scheduled: u32,
    /// Took place.
    pub completed: u32,
    /// The person did not come.
    pub no_show: u32,
    /// Called off.
    pub cancelled: u32,
    /// Minutes of those that were not called off.
    pub booked_min: u32,
    /// Minutes of those that took place.
    pub held_min: u32,
}

impl Tally {
    /// Counts one more.
    pub fn count(&mut self, it: &Sitting) {
        self.total += 1;
        let minutes = minutes(it.end - it.start);
        match it.status {
            Status::Scheduled => self.scheduled += 1,
            Status::Completed => self.completed += 1,
            Status::Cancelled => self.cancelled += 1,
            Status::NoShow => self.no_show += 1,
        }
        if it.status != Status::Cancelled {
            self.booked_min = self.booked_min.saturating_add(minutes);
        }
        if it.status == Status::Completed {
            self.held_min = self.held_min.saturating_add(minutes);
        }
    }

    /// Of those to which the person could come or not, the share to which they came; none when there were none.
    pub fn attendance_rate(&self) -> Option<f64> {
        share(self.completed, self.completed + self.no_show)
    }

    /// What [`Tally::attendance_rate`] leaves of one.
    pub fn no_show_rate(&self) -> Option<f64> {
        share(self.no_show, self.completed + self.no_show)
    }

    /// The share that was called off.
    pub fn cancellation_rate(&self) -> Option<f64> {
        share(self.cancelled, self.total)
    }

    /// Mean length of those that took place, in minutes.
    pub fn average_min(&self) -> Option<f64> {
        share(self.held_min, self.completed)
    }
}

/// Whole minutes, at most what fits.
pub(crate) fn minutes(length: TimeDelta) -> u32 {
    u32::try_from(length.num_minutes()).unwrap_or(if length < TimeDelta::zero() { 0 } else { u32::MAX })
}

/// `part` of `whole`; none of nothing.
pub(crate) fn share(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}
