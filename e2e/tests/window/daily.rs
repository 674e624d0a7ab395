//! The stand-in for Daily on this test's own threads, with the clock of the app beside it.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use chrono::{DateTime, Utc};
use e2e::{Outcome, While};
use testkit::daily::{DailyStandIn, Minted, Setup, StandInRoom, Visitor};
use tokio::runtime::{Builder, Runtime};

/// The only key it accepts.
pub(crate) const KEY: &str = "5f3c1a9e7b2d48c6a0e1f4b7d9c2e8a3";
/// Its domain.
pub(crate) const DOMAIN: &str = "virtus-test";

/// A running stand-in.
pub(crate) struct Daily {
    runtime: Runtime,
    stand_in: DailyStandIn,
    clock: Arc<Mutex<(DateTime<Utc>, Instant)>>,
}

impl Daily {
    pub(crate) fn new() -> Outcome<Self> {
        let clock = Arc::new(Mutex::new((DateTime::UNIX_EPOCH, Instant::now())));
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .during("starting tokio")?;
        let setup = Setup {
            key: KEY.to_owned(),
            domain: DOMAIN.to_owned(),
            ..Setup::default()
        };
        let told = Arc::clone(&clock);
        let now = move || {
            let (base, since) = *told.lock().unwrap_or_else(PoisonError::into_inner);
            base + since.elapsed()
        };
        let started = runtime.block_on(DailyStandIn::start_with(Arc::new(now), setup));
        Ok(Self {
            stand_in: started.during("starting the stand-in")?,
            runtime,
            clock,
        })
    }

    /// From now on it is this instant there, and time goes on.
    pub(crate) fn set_clock(&self, at: DateTime<Utc>) {
        *self.clock.lock().unwrap_or_else(PoisonError::into_inner) = (at, Instant::now());
    }

    pub(crate) fn url(&self) -> String {
        self.stand_in.url()
    }

    pub(crate) fn rooms(&self) -> Vec<StandInRoom> {
        self.stand_in.rooms()
    }

    pub(crate) fn tokens(&self) -> Vec<Minted> {
        self.stand_in.tokens()
    }

    pub(crate) fn token(&self, token: &str) -> Option<Minted> {
        self.stand_in.token(token)
    }

    /// Somebody comes into a room; answers their visit.
    pub(crate) fn enter(&self, room: &str, visitor: Visitor) -> String {
        self.stand_in.enter_as(room, visitor)
    }

    /// That visit ends.
    pub(crate) fn leave(&self, visit: &str) -> bool {
        self.stand_in.leave(visit)
    }

    pub(crate) fn go_down(&mut self) {
        self.runtime.block_on(self.stand_in.stop());
    }

    pub(crate) fn come_back(&mut self) -> Outcome {
        self.runtime
            .block_on(self.stand_in.restart())
            .during("bringing the stand-in back")
    }
}
