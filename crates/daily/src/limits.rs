//! Not asking faster than Daily answers.
//!
//! Daily's REST documentation, "Rate limits": 20 calls a second and 100 in five, which is the same; room
//! deletions about 2 a second but only 50 in half a minute, of which we use one a second.

use std::collections::VecDeque;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::{Instant, sleep_until};

/// Which limit a call falls under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pace {
    General,
    Deletion,
}

/// The limits of one key. Calls that come too early wait their turn here.
#[derive(Debug)]
pub(crate) struct Limits {
    general: Mutex<Window>,
    deletion: Mutex<Window>,
}

impl Limits {
    const SECOND: Duration = Duration::from_secs(1);

    pub(crate) fn new() -> Self {
        let window = |calls| Mutex::new(Window::new(calls, Self::SECOND));
        Self {
            general: window(20),
            deletion: window(1),
        }
    }

    /// Returns when a call of that pace may go out.
    pub(crate) async fn turn(&self, pace: Pace) {
        if pace == Pace::Deletion {
            self.wait(&self.deletion).await;
        }
        self.wait(&self.general).await;
    }

    async fn wait(&self, window: &Mutex<Window>) {
        let turn = window.lock().await.take(Instant::now());
        sleep_until(turn).await;
    }
}

/// At most `calls` in any `length`: call number n waits for the end of call number n − `calls`'s window.
#[derive(Debug)]
struct Window {
    calls: usize,
    length: Duration,
    turns: VecDeque<Instant>,
}

impl Window {
    fn new(calls: usize, length: Duration) -> Self {
        Self {
            calls,
            length,
            turns: VecDeque::with_capacity(calls),
        }
    }

    /// Reserves the next turn and says when it is.
    fn take(&mut self, now: Instant) -> Instant {
        let full = self.turns.len() == self.calls;
        let free = if full {
            self.turns.pop_front().map(|turn| turn + self.length)
        } else {
            None
        };
        let turn = free.map_or(now, |free| free.max(now));
        self.turns.push_back(turn);
        turn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn seconds_for(pace: Pace, calls: usize) -> f64 {
        let (limits, start) = (Limits::new(), Instant::now());
        for _ in 0..calls {
            limits.turn(pace).await;
        }
        start.elapsed().as_secs_f64()
    }

    #[tokio::test(start_paused = true)]
    async fn twenty_calls_a_second_go_out_at_once_and_the_next_waits() {
        assert!(seconds_for(Pace::General, 20).await < 0.01);
        assert!((1.0..1.01).contains(&seconds_for(Pace::General, 21).await));
        assert!(
            (4.0..4.01).contains(&seconds_for(Pace::General, 100).await),
            "100 calls stay within 5 s"
        );
    }

    #[tokio::test(start_paused = true)]
    async fn deletions_are_a_second_apart() {
        assert!(seconds_for(Pace::Deletion, 1).await < 0.01);
        assert!((9.0..9.01).contains(&seconds_for(Pace::Deletion, 10).await));
    }

    #[tokio::test(start_paused = true)]
    async fn waiting_deletions_do_not_hold_up_other_calls() {
        let limits = Limits::new();
        limits.turn(Pace::Deletion).await;
        let start = Instant::now();
        tokio::select! {
            biased;
            () = limits.turn(Pace::Deletion) => panic!("the second deletion must wait"),
            () = limits.turn(Pace::General) => assert!(start.elapsed() < Duration::from_millis(10)),
        }
    }

    #[tokio::test(start_paused = true)]
    async fn callers_at_the_same_time_share_one_limit() {
        let limits = std::sync::Arc::new(Limits::new());
        let start = Instant::now();
        let calls: Vec<_> = (0..60)
            .map(|_| {
                let limits = limits.clone();
                tokio::spawn(async move { limits.turn(Pace::General).await })
            })
            .collect();
        for call in calls {
            call.await.unwrap();
        }
        assert!((2.0..2.01).contains(&start.elapsed().as_secs_f64()));
    }
}
