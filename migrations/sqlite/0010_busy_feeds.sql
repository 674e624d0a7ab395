-- Calendars of others, in which the coach is busy, and the times they say. Nothing else of them is kept: no titles, no
-- places, no people.
CREATE TABLE busy_feeds (
  id TEXT PRIMARY KEY NOT NULL,
  coach_id TEXT NOT NULL REFERENCES coaches (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  kind TEXT NOT NULL CHECK (kind IN ('file', 'https')),
  -- Whoever has it can read the calendar: it is in no log, no error and no window.
  address TEXT CHECK (length(address) <= 2000),
  host TEXT,
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  -- Whether events of whole days block too.
  all_day_blocks INTEGER NOT NULL CHECK (all_day_blocks IN (0, 1)),
  created_at INTEGER NOT NULL,
  -- What the server said of the copy we have, to be asked with.
  etag TEXT,
  last_modified TEXT,
  -- When it was last known to be as we have it; none before it was ever read.
  good_at INTEGER,
  tried_at INTEGER,
  trouble TEXT,
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  next_try_at INTEGER NOT NULL,
  -- Up to when its repetitions are written out, and in whose zone.
  known_until INTEGER,
  zone TEXT,
  not_understood INTEGER NOT NULL DEFAULT 0 CHECK (not_understood >= 0),
  -- One a line.
  unknown_zones TEXT NOT NULL DEFAULT '',
  -- Until when bookings need not wait for it though it was never read: the coach's word.
  passed_over_until INTEGER,
  CHECK ((kind = 'https') = (address IS NOT NULL)),
  CHECK ((kind = 'https') = (host IS NOT NULL)),
  UNIQUE (coach_id, id)
) STRICT;

-- No table of one coach's calendars grows: this one gives their order.
CREATE INDEX busy_feeds_in_order ON busy_feeds (coach_id, created_at, id);

CREATE TABLE busy_times (
  coach_id TEXT NOT NULL,
  feed_id TEXT NOT NULL,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  all_day INTEGER NOT NULL CHECK (all_day IN (0, 1)),
  PRIMARY KEY (coach_id, feed_id, all_day, starts_at),
  FOREIGN KEY (coach_id, feed_id) REFERENCES busy_feeds (coach_id, id) ON DELETE CASCADE,
  -- Longer ones are cut, so that those which reach into a period start less than a week before it.
  CHECK (ends_at > starts_at AND ends_at - starts_at <= 604800)
) STRICT, WITHOUT ROWID;

CREATE INDEX busy_times_by_start ON busy_times (coach_id, starts_at, ends_at);
