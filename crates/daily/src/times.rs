//! When a room can be joined.

use chrono::{DateTime, SubsecRound, Utc};

/// `nbf` and `exp` of a room, in whole seconds, both between September 2001 and November 2286.
///
/// The bounds are those of ten-digit seconds: a value in milliseconds, which would make a room that lives
/// for ever, cannot pass. Whether `closes` is in the past is Daily's to judge, by its own clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoomTimes {
    opens: DateTime<Utc>,
    closes: DateTime<Utc>,
}

/// Why two instants cannot be the times of a room, or one the end of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadTimes {
    /// The end is not at least a second after the beginning.
    #[error("it must close after it opens")]
    Order,
    /// Before September 2001 or after November 2286.
    #[error("the time is outside what Daily accepts")]
    OutOfRange,
}

impl RoomTimes {
    /// `opens` and `closes` with fractions of a second cut off.
    pub fn new(opens: DateTime<Utc>, closes: DateTime<Utc>) -> Result<Self, BadTimes> {
        let (opens, closes) = (whole_second(opens)?, whole_second(closes)?);
        if closes <= opens {
            return Err(BadTimes::Order);
        }
        Ok(Self { opens, closes })
    }

    /// Nobody joins before this (`nbf`).
    pub fn opens(&self) -> DateTime<Utc> {
        self.opens
    }

    /// Nobody joins after this, and with ejection everybody is out (`exp`).
    pub fn closes(&self) -> DateTime<Utc> {
        self.closes
    }
}

/// `instant` without its fraction, if Daily can be told of it.
pub(crate) fn whole_second(instant: DateTime<Utc>) -> Result<DateTime<Utc>, BadTimes> {
    let known = 1_000_000_000..=9_999_999_999;
    if known.contains(&instant.timestamp()) {
        Ok(instant.trunc_subsecs(0))
    } else {
        Err(BadTimes::OutOfRange)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(second, 500_000_000).unwrap()
    }

    #[test]
    fn a_room_closes_after_it_opens() {
        assert_eq!(
            RoomTimes::new(at(1_800_000_000), at(1_800_000_000)),
            Err(BadTimes::Order)
        );
        assert_eq!(
            RoomTimes::new(at(1_800_000_001), at(1_800_000_000)),
            Err(BadTimes::Order)
        );
        let times = RoomTimes::new(at(1_800_000_000), at(1_800_000_001)).unwrap();
        assert_eq!(
            times.opens().timestamp_subsec_millis(),
            0,
            "Daily counts whole seconds"
        );
    }

    #[test]
    fn instants_that_look_like_milliseconds_are_refused() {
        assert_eq!(
            RoomTimes::new(at(1_800_000_000), at(1_800_000_000_000)),
            Err(BadTimes::OutOfRange)
        );
        assert_eq!(
            RoomTimes::new(at(0), at(1_800_000_000)),
            Err(BadTimes::OutOfRange)
        );
    }
}
