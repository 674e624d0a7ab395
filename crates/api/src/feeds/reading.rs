//! Reading calendars of others: bytes to busy times, and when to ask for them again.

use std::time::{Duration, Instant};

use agenda::{FeedId, FeedTrouble};
use chrono::{DateTime, TimeDelta, Utc};
use feeds::{Copy, Fetched, Fetcher, Limits, NotFetched};
use interchange::{BusyTimes, Progress, Unreadable};
use slots::{Span, Zone};
use store::{FeedErrand, FeedReading, FeedVersion};

use crate::{BusyFeed, CoachDesk, Planner, Result};

/// How far back times are kept: the calendar shows them in the past too.
const BACK: TimeDelta = TimeDelta::days(62);
/// How far ahead repetitions are written out: the longest horizon of a coach, and two months in which nothing new need
/// come.
const AHEAD: TimeDelta = TimeDelta::days(1_160);
/// The same for a file, which nobody reads again.
const AHEAD_OF_FILE: TimeDelta = TimeDelta::days(3_660);
/// A copy is asked for whole again after this, changed or not, so that its repetitions are written out further.
const WRITTEN_OUT_ANEW: TimeDelta = TimeDelta::days(7);

/// How long reading one calendar may take once it is here.
const READING: Duration = Duration::from_secs(30);

/// From one look at a calendar to the next: what the server wishes, within these.
const SOONEST: TimeDelta = TimeDelta::minutes(15);
const USUAL: TimeDelta = TimeDelta::minutes(30);
const LATEST: TimeDelta = TimeDelta::hours(6);

/// After a failure: doubling from two minutes to two hours; longer only if the server asks for it, at most a day.
const FIRST_RETRY: TimeDelta = TimeDelta::minutes(2);
const LAST_RETRY: TimeDelta = TimeDelta::hours(2);
const LONGEST_PAUSE: TimeDelta = TimeDelta::days(1);

/// What came of reading one calendar.
enum Outcome {
    Read(Box<FeedReading>, Option<Duration>),
    Unchanged(Option<Duration>),
    Failed(FeedTrouble, Option<Duration>),
}

impl Planner {
    /// Reads every calendar that is due, and says whether there was any.
    pub async fn refresh_busy_feeds(&self, clock: impl Fn() -> DateTime<Utc> + Send) -> Result<bool> {
        let desk = self.desk().await?;
        let due = desk.rows.due_feeds(clock()).await?;
        for errand in &due {
            match desk.read_feed(errand, &clock).await {
                // It was removed meanwhile.
                Err(error) if error.code == crate::ErrorCode::NotFound => {}
                done => done?,
            }
        }
        Ok(!due.is_empty())
    }

    /// Returns when a calendar may be due before its time: one was added or switched on.
    pub async fn feed_work_wanted(&self) {
        self.feed_work.notified().await;
    }
}

impl CoachDesk {
    pub(crate) fn want_feed_work(&self) {
        self.planner.feed_work.notify_one();
    }

    /// Reads one calendar now, whenever it is due.
    pub async fn refresh_busy_feed(
        &self,
        id: FeedId,
        clock: impl Fn() -> DateTime<Utc> + Send,
    ) -> Result<BusyFeed> {
        let errand = self.rows.feed_errand(id).await?;
        self.read_feed(&errand, &clock).await?;
        self.busy_feed(id, clock()).await
    }

    async fn read_feed(
        &self,
        errand: &FeedErrand,
        clock: &(impl Fn() -> DateTime<Utc> + Send),
    ) -> Result<()> {
        let zone = self.rows.coach_card().await?.zone;
        let outcome = fetched(errand, zone, clock()).await;
        let now = clock();
        match outcome {
            Outcome::Read(read, fresh_for) => {
                let next = now + until_next(fresh_for);
                Ok(self.rows.feed_was_read(errand.id, &read, now, next).await?)
            }
            Outcome::Unchanged(fresh_for) => {
                let next = now + until_next(fresh_for);
                Ok(self.rows.feed_is_unchanged(errand.id, now, next).await?)
            }
            Outcome::Failed(trouble, after) => {
                tracing::info!(feed = %errand.id, ?trouble, "a calendar was not read");
                let next = now + until_retry(errand.failures, after);
                Ok(self.rows.feed_failed(errand.id, trouble, now, next).await?)
            }
        }
    }
}

async fn fetched(errand: &FeedErrand, zone: Zone, now: DateTime<Utc>) -> Outcome {
    let known = known_copy(errand, &zone, now);
    let fetched = match Fetcher::new(Limits::default()) {
        Ok(fetcher) => fetcher.fetch(&errand.address, &known).await,
        Err(error) => Err(error),
    };
    match fetched {
        // Only who sent a copy's name may be told that it is unchanged.
        Ok(Fetched::Unchanged { fresh_for }) if known != Copy::default() => Outcome::Unchanged(fresh_for),
        Ok(Fetched::Unchanged { .. }) => Outcome::Failed(FeedTrouble::ServerFailed, None),
        Ok(Fetched::File {
            bytes,
            copy,
            fresh_for,
        }) => match read(zone, bytes, now, AHEAD).await {
            Ok((mut read, _)) => {
                read.version = FeedVersion {
                    etag: copy.etag,
                    last_modified: copy.last_modified,
                };
                Outcome::Read(Box::new(read), fresh_for)
            }
            Err(trouble) => Outcome::Failed(trouble, None),
        },
        Err(NotFetched::ServerFailed { after, .. }) => Outcome::Failed(FeedTrouble::ServerFailed, after),
        Err(error) => Outcome::Failed(trouble(error), None),
    }
}

/// The copy the server may say is unchanged: none when it must be read anew, for its repetitions or for the coach's zone.
fn known_copy(errand: &FeedErrand, zone: &Zone, now: DateTime<Utc>) -> Copy {
    let far_enough = errand
        .known_until
        .is_some_and(|until| until > now + AHEAD - WRITTEN_OUT_ANEW);
    if !far_enough || errand.zone.as_deref() != Some(zone.name()) {
        return Copy::default();
    }
    Copy {
        etag: errand.version.etag.clone(),
        last_modified: errand.version.last_modified.clone(),
    }
}

fn trouble(error: NotFetched) -> FeedTrouble {
    match error {
        NotFetched::Unreachable => FeedTrouble::Unreachable,
        NotFetched::TimedOut => FeedTrouble::TimedOut,
        NotFetched::Refused => FeedTrouble::Refused,
        NotFetched::Gone => FeedTrouble::Gone,
        NotFetched::ServerFailed { .. } => FeedTrouble::ServerFailed,
        NotFetched::LedAstray => FeedTrouble::LedAstray,
        NotFetched::TooLarge => FeedTrouble::TooLarge,
        NotFetched::WebPage => FeedTrouble::NotACalendar,
    }
}

/// What a file says, and what it calls itself.
pub(crate) async fn of_file(
    zone: Zone,
    file: Vec<u8>,
    now: DateTime<Utc>,
) -> std::result::Result<(FeedReading, Option<String>), FeedTrouble> {
    read(zone, file, now, AHEAD_OF_FILE).await
}

/// Reads off the runtime's threads: a large calendar takes seconds. Should the reader panic over what somebody wrote, the
/// calendar is none.
async fn read(
    zone: Zone,
    file: Vec<u8>,
    now: DateTime<Utc>,
    ahead: TimeDelta,
) -> std::result::Result<(FeedReading, Option<String>), FeedTrouble> {
    let window = Span::new(now - BACK, now + ahead).ok_or(FeedTrouble::TooMuch)?;
    let name = zone.name().to_owned();
    let patience = Patience(Instant::now());
    let reading =
        tokio::task::spawn_blocking(move || interchange::busy_times(&file, &zone, window, &patience)).await;
    match reading {
        Ok(Ok(times)) => Ok(kept(times, name, now + ahead)),
        Ok(Err(unreadable)) => Err(of_unreadable(unreadable)),
        Err(_) => Err(FeedTrouble::NotACalendar),
    }
}

fn kept(times: BusyTimes, zone: String, known_until: DateTime<Utc>) -> (FeedReading, Option<String>) {
    let read = FeedReading {
        timed: times.timed,
        all_day: times.all_day,
        version: FeedVersion::default(),
        known_until,
        zone,
        not_understood: u32::try_from(times.not_understood).unwrap_or(u32::MAX),
        unknown_zones: times.unknown_zones,
    };
    (read, times.name)
}

fn of_unreadable(unreadable: Unreadable) -> FeedTrouble {
    match unreadable {
        Unreadable::TooLarge => FeedTrouble::TooLarge,
        Unreadable::NotACalendar => FeedTrouble::NotACalendar,
        Unreadable::CutShort => FeedTrouble::CutShort,
        Unreadable::TooMuch | Unreadable::Stopped => FeedTrouble::TooMuch,
    }
}

/// Waits for a reader, but not for ever.
struct Patience(Instant);

impl Progress for Patience {
    fn at(&self, _: usize, _: usize) -> bool {
        self.0.elapsed() < READING
    }
}

fn until_next(fresh_for: Option<Duration>) -> TimeDelta {
    let wished = fresh_for.and_then(|it| TimeDelta::from_std(it).ok());
    wished.map_or(USUAL, |it| it.clamp(SOONEST, LATEST))
}

fn until_retry(failures: u32, after: Option<Duration>) -> TimeDelta {
    let doubled = FIRST_RETRY * 2_i32.pow(failures.min(10));
    let own = doubled.min(LAST_RETRY);
    let asked = after.and_then(|it| TimeDelta::from_std(it).ok());
    asked.map_or(own, |it| it.clamp(own, LONGEST_PAUSE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_server_s_wish_is_heard_within_reason() {
        let wait = |seconds| until_next(Some(Duration::from_secs(seconds))).num_minutes();
        assert_eq!(until_next(None).num_minutes(), 30);
        assert_eq!([wait(0), wait(1800), wait(u64::MAX / 4)], [15, 30, 30]);
        assert_eq!(
            wait(86_400),
            360,
            "a calendar that says a day is looked at four times"
        );
    }

    #[test]
    fn failures_wait_longer_each_time_and_as_long_as_the_server_asks() {
        let waits: Vec<_> = (0..8).map(|n| until_retry(n, None).num_minutes()).collect();
        assert_eq!(waits, [2, 4, 8, 16, 32, 64, 120, 120]);
        assert_eq!(until_retry(0, Some(Duration::from_mins(90))).num_minutes(), 90);
        assert_eq!(until_retry(3, Some(Duration::ZERO)).num_minutes(), 16);
        assert_eq!(until_retry(0, Some(Duration::from_hours(99))).num_hours(), 24);
    }
}
