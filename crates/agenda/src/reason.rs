//! Appointment reasons: short labels that say why one meets.

use crate::{Line, ReasonId};

/// A label that an appointment may carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Which.
    pub id: ReasonId,
    /// What it says.
    pub label: Line<1, 80>,
    /// Deleted while in use: kept for past appointments, not offered.
    pub archived: bool,
}
