//! A stand-in, a client pointed at it, and a clock both tests and stand-in follow.

use chrono::{DateTime, TimeDelta, Utc};
use daily::{ApiKey, BaseUrl, Daily, NewRoom, RoomName, RoomOptions, RoomTimes, Timeouts};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use testkit::daily::DailyStandIn;

pub struct Stage {
    pub server: DailyStandIn,
    pub daily: Daily,
    seconds: Arc<AtomicI64>,
}

impl Stage {
    /// Monday, 2 November 2026, nine o'clock.
    const START: i64 = 1_793_610_000;

    pub async fn new() -> Self {
        let seconds = Arc::new(AtomicI64::new(Self::START));
        let clock = seconds.clone();
        let clock = move || DateTime::from_timestamp(clock.load(Ordering::SeqCst), 0).unwrap();
        let server = DailyStandIn::start(Arc::new(clock)).await;
        let daily = client(&server.url(), server.key());
        Self {
            server,
            daily,
            seconds,
        }
    }

    pub fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.seconds.load(Ordering::SeqCst), 0).unwrap()
    }

    pub fn pass(&self, time: TimeDelta) {
        self.seconds.fetch_add(time.num_seconds(), Ordering::SeqCst);
    }

    /// From `start` minutes from now to `end` minutes from now.
    pub fn times(&self, start: i64, end: i64) -> RoomTimes {
        let at = |minutes| self.now() + TimeDelta::minutes(minutes);
        RoomTimes::new(at(start), at(end)).unwrap()
    }

    /// A room that opens in three quarters of an hour and closes in three hours.
    pub fn room(&self, text: &str) -> NewRoom {
        NewRoom {
            name: name(text),
            times: self.times(45, 180),
            options: RoomOptions::default(),
        }
    }

    /// A client that gives up after a third of a second.
    pub fn hasty(&self) -> Daily {
        hasty(&self.server.url(), self.server.key())
    }
}

pub fn name(text: &str) -> RoomName {
    RoomName::parse(text).unwrap()
}

pub fn client(url: &str, key: &str) -> Daily {
    Daily::new(BaseUrl::parse(url).unwrap(), ApiKey::parse(key).unwrap()).unwrap()
}

pub fn hasty(url: &str, key: &str) -> Daily {
    let timeouts = Timeouts {
        connect: Duration::from_millis(300),
        whole: Duration::from_millis(300),
    };
    Daily::with_timeouts(
        BaseUrl::parse(url).unwrap(),
        ApiKey::parse(key).unwrap(),
        timeouts,
    )
    .unwrap()
}
