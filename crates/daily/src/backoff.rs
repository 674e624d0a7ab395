//! How long to wait before trying again.

use std::time::Duration;

/// No wait is longer: an hour, whatever the number of attempts or the server's own wish.
pub const LONGEST_WAIT: Duration = Duration::from_hours(1);

const FIRST_WAIT: Duration = Duration::from_secs(4);

/// The wait after failed attempt number `attempt` (the first is 0): doubling from 4 seconds to an hour,
/// of which a random half (`random` in 0..1) is taken off, so that owed rooms do not all come back at
/// the same moment. Between 2 s and 1 h.
pub fn backoff(attempt: u32, random: f64) -> Duration {
    let whole = FIRST_WAIT
        .saturating_mul(2_u32.saturating_pow(attempt))
        .min(LONGEST_WAIT);
    let random = if random.is_nan() {
        0.0
    } else {
        random.clamp(0.0, 1.0)
    };
    whole / 2 + (whole / 2).mul_f64(random)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_an_hour() {
        let longest: Vec<u64> = (0..12).map(|attempt| backoff(attempt, 1.0).as_secs()).collect();
        assert_eq!(longest, [4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600, 3600]);
        assert_eq!(backoff(u32::MAX, 1.0), LONGEST_WAIT);
    }

    #[test]
    fn jitter_takes_off_at_most_half() {
        assert_eq!(backoff(3, 0.0), Duration::from_secs(16));
        assert_eq!(backoff(3, 0.5), Duration::from_secs(24));
    }

    #[test]
    fn nonsense_randomness_still_gives_a_wait_within_bounds() {
        for random in [f64::NAN, -1.0, 7.0, f64::INFINITY] {
            let wait = backoff(0, random);
            assert!((2..=4).contains(&wait.as_secs()), "{random}: {wait:?}");
        }
    }
}
