//! Calendars of others: which there are, and when they say the coach is busy.
//!
//! What a calendar says is read anew as a whole or not at all; until then the last good copy counts. One that was never
//! read is not taken for an empty one: bookings wait until the coach says otherwise. Its address never leaves Rust.

pub(crate) mod reading;

use agenda::{FEED_WORD_HOLDS, Feed, FeedCard, FeedId, FeedKind, FeedTrouble, Fields, Line};
use chrono::{DateTime, TimeDelta, Utc};
use feeds::BadAddress;
use serde::{Deserialize, Serialize};
use slots::Span;
use specta::Type;
use store::NewFeed;

use crate::{CoachDesk, Error, ErrorCode, FieldProblem, Result};

/// The most calendars of one coach: each is asked again and again.
const MOST_FEEDS: usize = 30;

/// The longest period whose busy times are asked for at once.
const LONGEST_PERIOD: TimeDelta = TimeDelta::days(400);

/// A calendar of others, as the interface sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch or a fact of its own"
)]
pub struct BusyFeed {
    /// Which.
    pub id: FeedId,
    /// What the coach calls it.
    pub name: String,
    /// Where it comes from.
    pub kind: FeedKind,
    /// Whose server it is on; none for a file. The address itself stays in Rust.
    pub host: Option<String>,
    /// Whether it counts.
    pub enabled: bool,
    /// Whether its events of whole days block too.
    pub all_day_blocks: bool,
    /// When it was last known to be as we have it; none when it was never read.
    pub good_at: Option<DateTime<Utc>>,
    /// When it was last tried.
    pub tried_at: Option<DateTime<Utc>>,
    /// What went wrong then.
    pub trouble: Option<FeedTrouble>,
    /// It was read, but more than a day ago.
    pub is_stale: bool,
    /// Bookings wait for it.
    pub holds_up_bookings: bool,
    /// Events, or repetitions, that were not understood.
    pub not_understood: u32,
    /// Time zones it names that nobody knows: their times are taken as the coach's own.
    pub unknown_zones: Vec<String>,
}

impl BusyFeed {
    fn of(feed: Feed, now: DateTime<Utc>) -> Self {
        Self {
            is_stale: feed.is_stale(now),
            holds_up_bookings: feed.holds_up_bookings(now),
            id: feed.id,
            name: feed.card.name.to_string(),
            kind: feed.kind,
            host: feed.host,
            enabled: feed.card.enabled,
            all_day_blocks: feed.card.all_day_blocks,
            good_at: feed.good_at,
            tried_at: feed.tried_at,
            trouble: feed.trouble,
            not_understood: feed.not_understood,
            unknown_zones: feed.unknown_zones,
        }
    }
}

/// What a form says about a new calendar with an address.
#[derive(Clone, Deserialize, Type)]
pub struct NewBusyFeed {
    /// What the coach calls it, 1 to 80 characters.
    pub name: String,
    /// `https://` or `webcal://`, at most 2000 characters.
    pub address: String,
}

/// What a form says about a calendar there is.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BusyFeedInput {
    /// What the coach calls it, 1 to 80 characters.
    pub name: String,
    /// Whether it counts.
    pub enabled: bool,
    /// Whether its events of whole days block too.
    pub all_day_blocks: bool,
}

/// A time in which the coach is busy elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BusyTime {
    /// Its start.
    pub start: DateTime<Utc>,
    /// Its end.
    pub end: DateTime<Utc>,
    /// Which calendar says so.
    pub feed_name: String,
}

impl CoachDesk {
    /// All calendars, in the order they were added.
    pub async fn busy_feeds(&self, now: DateTime<Utc>) -> Result<Vec<BusyFeed>> {
        let feeds = self.rows.feeds().await?;
        Ok(feeds.into_iter().map(|it| BusyFeed::of(it, now)).collect())
    }

    pub(crate) async fn busy_feed(&self, id: FeedId, now: DateTime<Utc>) -> Result<BusyFeed> {
        Ok(BusyFeed::of(self.rows.feed(id).await?, now))
    }

    /// Adds a calendar with an address; it is read soon.
    pub async fn add_busy_feed(&self, new: &NewBusyFeed, now: DateTime<Utc>) -> Result<BusyFeed> {
        let mut fields = Fields::new();
        let name = fields.take("name", Line::parse(&new.name));
        let address = fields.take("address", address(&new.address));
        if let Some((address, _)) = &address
            && self.rows.has_feed_at(address).await?
        {
            fields.refuse("address", FieldProblem::Duplicate, None);
        }
        let (name, address) = fields.finish(name.zip(address))?;
        let added = self.add_feed(name, Some(address), now).await?;
        self.want_feed_work();
        Ok(added)
    }

    /// Adds a calendar from a file. What is no calendar is not added.
    pub async fn add_busy_feed_file(
        &self,
        file_name: &str,
        file: Vec<u8>,
        now: DateTime<Utc>,
    ) -> Result<BusyFeed> {
        let (read, called) = reading::of_file(self.rows.coach_card().await?.zone, file, now)
            .await
            .map_err(not_read)?;
        let name = called.as_deref().unwrap_or(file_name);
        let name: String = name.chars().filter(|it| !it.is_control()).take(80).collect();
        let name = Line::parse(&name).map_err(|(problem, _)| Error::field("name", problem))?;
        let added = self.add_feed(name, None, now).await?;
        self.rows.feed_was_read(added.id, &read, now, now).await?;
        self.busy_feed(added.id, now).await
    }

    /// Reads another file in place of the one a calendar came from.
    pub async fn replace_busy_feed_file(
        &self,
        id: FeedId,
        file: Vec<u8>,
        now: DateTime<Utc>,
    ) -> Result<BusyFeed> {
        if self.rows.feed(id).await?.kind != FeedKind::File {
            return Err(Error::of(ErrorCode::NotFound, "no calendar from a file"));
        }
        let (read, _) = reading::of_file(self.rows.coach_card().await?.zone, file, now)
            .await
            .map_err(not_read)?;
        self.rows.feed_was_read(id, &read, now, now).await?;
        self.busy_feed(id, now).await
    }

    /// Replaces what the coach decides about a calendar.
    pub async fn update_busy_feed(
        &self,
        id: FeedId,
        input: &BusyFeedInput,
        now: DateTime<Utc>,
    ) -> Result<BusyFeed> {
        let name = Line::parse(&input.name).map_err(|(problem, limit)| {
            let mut fields = Fields::new();
            fields.refuse("name", problem, limit);
            fields
                .finish::<()>(None)
                .map_or_else(Error::from, |()| Error::field("name", problem))
        })?;
        let card = FeedCard {
            name,
            enabled: input.enabled,
            all_day_blocks: input.all_day_blocks,
        };
        self.rows.update_feed(id, &card).await?;
        self.want_feed_work();
        self.busy_feed(id, now).await
    }

    /// Removes a calendar: what it said blocks nothing any more.
    pub async fn remove_busy_feed(&self, id: FeedId) -> Result<()> {
        Ok(self.rows.remove_feed(id).await?)
    }

    /// Bookings need not wait, for a day, for the calendars that were never read. They are still told of.
    pub async fn pass_over_unread_feeds(&self, now: DateTime<Utc>) -> Result<()> {
        Ok(self.rows.pass_over_unread_feeds(now + FEED_WORD_HOLDS).await?)
    }

    /// When calendars say the coach is busy, in a period of at most 400 days; in order of start.
    pub async fn busy_times(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<Vec<BusyTime>> {
        if !(TimeDelta::zero()..=LONGEST_PERIOD).contains(&(to - from)) {
            return Err(Error::field("to", FieldProblem::OutOfRange));
        }
        let (feeds, times) = (self.rows.feeds().await?, self.rows.busy_times(from, to).await?);
        let name = |id| {
            feeds
                .iter()
                .find(|it| it.id == id)
                .map(|it| it.card.name.to_string())
        };
        let told = times.into_iter().map(|it| BusyTime {
            start: it.span.start(),
            end: it.span.end(),
            feed_name: name(it.feed).unwrap_or_default(),
        });
        Ok(told.collect())
    }

    /// An error that names the calendars for which bookings wait, if there are any.
    pub(crate) async fn refuse_unread_feeds(&self, now: DateTime<Utc>) -> Result<()> {
        let feeds = self.rows.feeds().await?;
        let waiting = feeds.into_iter().filter(|it| it.holds_up_bookings(now));
        let names: Vec<String> = waiting.map(|it| it.card.name.to_string()).collect();
        if names.is_empty() {
            return Ok(());
        }
        Err(Error::of_calendars(ErrorCode::CalendarUnread, names))
    }

    /// The names of the calendars that say the coach is busy then.
    pub(crate) async fn busy_because_of(&self, span: Span) -> Result<Vec<String>> {
        let mut names: Vec<String> = self
            .busy_times(span.start(), span.end())
            .await?
            .into_iter()
            .map(|it| it.feed_name)
            .collect();
        names.sort_unstable();
        names.dedup();
        Ok(names)
    }

    async fn add_feed(
        &self,
        name: Line<1, 80>,
        address: Option<(agenda::FeedAddress, String)>,
        now: DateTime<Utc>,
    ) -> Result<BusyFeed> {
        if self.rows.feeds().await?.len() >= MOST_FEEDS {
            return Err(Error::field("name", FieldProblem::OutOfRange));
        }
        let new = NewFeed {
            id: FeedId::new(now),
            card: FeedCard {
                name,
                enabled: true,
                all_day_blocks: true,
            },
            address,
        };
        self.rows.add_feed(&new, now).await?;
        self.busy_feed(new.id, now).await
    }
}

fn address(text: &str) -> std::result::Result<(agenda::FeedAddress, String), (FieldProblem, Option<u32>)> {
    if text.trim().is_empty() {
        return Err((FieldProblem::Required, None));
    }
    feeds::parse(text).map_err(|bad| match bad {
        BadAddress::NotAnAddress => (FieldProblem::NotAnAddress, None),
        BadAddress::NotSecure => (FieldProblem::NotSecure, None),
        BadAddress::TooLong => (FieldProblem::TooLong, Some(2000)),
    })
}

fn not_read(trouble: FeedTrouble) -> Error {
    let mut error = Error::of(ErrorCode::CalendarNotRead, "the file was not read");
    error.details.calendar_trouble = Some(trouble);
    error
}
