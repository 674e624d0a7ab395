-- The agenda of product version 0.1. Instants are seconds since the epoch, UTC. Times of day are minutes after
-- local midnight, 0 to 1440. Dates are YYYY-MM-DD in the coach's zone. Identifiers are UUIDv7 in text.

CREATE TABLE coaches (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  -- IANA name. Working hours are civil times in it.
  zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 64),
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE coach_settings (
  coach_id TEXT PRIMARY KEY NOT NULL REFERENCES coaches (id) ON DELETE CASCADE,
  theme TEXT NOT NULL DEFAULT 'system' CHECK (theme IN ('system', 'light', 'dark')),
  -- ISO: Monday is 1.
  first_weekday INTEGER NOT NULL DEFAULT 1 CHECK (first_weekday BETWEEN 1 AND 7),
  step_min INTEGER NOT NULL DEFAULT 15 CHECK (step_min BETWEEN 5 AND 240),
  notice_min INTEGER NOT NULL DEFAULT 0 CHECK (notice_min BETWEEN 0 AND 43200),
  horizon_days INTEGER NOT NULL DEFAULT 365 CHECK (horizon_days BETWEEN 1 AND 1095),
  max_per_day INTEGER CHECK (max_per_day BETWEEN 1 AND 100),
  hide_names INTEGER NOT NULL DEFAULT 0 CHECK (hide_names IN (0, 1)),
  -- What Daily answered when the key was checked. The key itself is never here.
  daily_domain TEXT,
  -- 1 when Daily said that the stored key is not valid (any more).
  daily_key_refused INTEGER NOT NULL DEFAULT 0 CHECK (daily_key_refused IN (0, 1))
) STRICT;

CREATE TABLE reminder_offsets (
  coach_id TEXT NOT NULL REFERENCES coaches (id) ON DELETE CASCADE,
  before_min INTEGER NOT NULL CHECK (before_min BETWEEN 0 AND 20160),
  PRIMARY KEY (coach_id, before_min)
) STRICT;

CREATE TABLE clients (
  id TEXT PRIMARY KEY NOT NULL,
  coach_id TEXT NOT NULL REFERENCES coaches (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  -- The name without accents and in lower case: what the coach types is found in it.
  search_name TEXT NOT NULL,
  email TEXT CHECK (length(email) BETWEEN 3 AND 254),
  phone TEXT CHECK (length(phone) BETWEEN 3 AND 40),
  notes TEXT NOT NULL DEFAULT '' CHECK (length(notes) <= 20000),
  archived_at INTEGER,
  created_at INTEGER NOT NULL,
  UNIQUE (coach_id, id)
) STRICT;

CREATE INDEX clients_by_name ON clients (coach_id, search_name);

CREATE TABLE appointment_types (
  id TEXT PRIMARY KEY NOT NULL,
  coach_id TEXT NOT NULL REFERENCES coaches (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  duration_min INTEGER NOT NULL CHECK (duration_min BETWEEN 5 AND 1440),
  colour TEXT NOT NULL CHECK (colour GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
  description TEXT NOT NULL DEFAULT '' CHECK (length(description) <= 2000),
  buffer_before_min INTEGER NOT NULL DEFAULT 0 CHECK (buffer_before_min BETWEEN 0 AND 240),
  buffer_after_min INTEGER NOT NULL DEFAULT 0 CHECK (buffer_after_min BETWEEN 0 AND 240),
  default_kind TEXT NOT NULL CHECK (default_kind IN ('video', 'phone', 'in_person')),
  position INTEGER NOT NULL,
  -- Set when it was deleted while appointments use it: they keep their label.
  archived_at INTEGER,
  UNIQUE (coach_id, id)
) STRICT;

CREATE INDEX appointment_types_in_order ON appointment_types (coach_id, position);

CREATE TABLE appointment_reasons (
  id TEXT PRIMARY KEY NOT NULL,
  coach_id TEXT NOT NULL REFERENCES coaches (id) ON DELETE CASCADE,
  label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 80),
  position INTEGER NOT NULL,
  archived_at INTEGER,
  UNIQUE (coach_id, id)
) STRICT;

CREATE INDEX appointment_reasons_in_order ON appointment_reasons (coach_id, position);

CREATE TABLE coach_availability (
  coach_id TEXT NOT NULL REFERENCES coaches (id) ON DELETE CASCADE,
  -- ISO: Monday is 1.
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  start_min INTEGER NOT NULL CHECK (start_min BETWEEN 0 AND 1439),
  end_min INTEGER NOT NULL CHECK (end_min BETWEEN 1 AND 1440),
  PRIMARY KEY (coach_id, weekday, start_min),
  CHECK (start_min < end_min)
) STRICT;

CREATE TABLE availability_exceptions (
  id TEXT PRIMARY KEY NOT NULL,
  coach_id TEXT NOT NULL REFERENCES coaches (id) ON DELETE CASCADE,
  -- Both inclusive. date() gives back only dates that exist.
  from_date TEXT NOT NULL CHECK (from_date IS date(from_date)),
  to_date TEXT NOT NULL CHECK (to_date IS date(to_date)),
  label TEXT NOT NULL DEFAULT '' CHECK (length(label) <= 120),
  UNIQUE (coach_id, id),
  CHECK (from_date <= to_date)
) STRICT;

CREATE INDEX availability_exceptions_by_date ON availability_exceptions (coach_id, to_date);

-- The hours of an exception that is not closed.
CREATE TABLE exception_ranges (
  coach_id TEXT NOT NULL REFERENCES coaches (id) ON DELETE CASCADE,
  exception_id TEXT NOT NULL,
  start_min INTEGER NOT NULL CHECK (start_min BETWEEN 0 AND 1439),
  end_min INTEGER NOT NULL CHECK (end_min BETWEEN 1 AND 1440),
  PRIMARY KEY (exception_id, start_min),
  FOREIGN KEY (coach_id, exception_id) REFERENCES availability_exceptions (coach_id, id) ON DELETE CASCADE,
  CHECK (start_min < end_min)
) STRICT;

CREATE TABLE appointment_series (
  id TEXT PRIMARY KEY NOT NULL,
  coach_id TEXT NOT NULL REFERENCES coaches (id) ON DELETE CASCADE,
  -- RFC 5545 recurrence rule, expanded in wall time of the coach's zone.
  rule TEXT NOT NULL CHECK (length(rule) BETWEEN 1 AND 500),
  created_at INTEGER NOT NULL,
  UNIQUE (coach_id, id)
) STRICT;

CREATE TABLE appointments (
  id TEXT PRIMARY KEY NOT NULL,
  coach_id TEXT NOT NULL REFERENCES coaches (id) ON DELETE CASCADE,
  -- Exactly one person: a client with a profile, or a prospect's name and e-mail.
  client_id TEXT,
  prospect_name TEXT CHECK (length(prospect_name) BETWEEN 1 AND 120),
  prospect_email TEXT CHECK (length(prospect_email) BETWEEN 3 AND 254),
  type_id TEXT NOT NULL,
  reason_id TEXT,
  series_id TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('video', 'phone', 'in_person')),
  status TEXT NOT NULL DEFAULT 'scheduled' CHECK (status IN ('scheduled', 'completed', 'cancelled', 'no_show')),
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  -- As the type had them when the appointment was booked.
  buffer_before_min INTEGER NOT NULL CHECK (buffer_before_min BETWEEN 0 AND 240),
  buffer_after_min INTEGER NOT NULL CHECK (buffer_after_min BETWEEN 0 AND 240),
  title TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 200),
  description TEXT NOT NULL DEFAULT '' CHECK (length(description) <= 5000),
  -- What the client wrote to the coach when booking.
  message TEXT NOT NULL DEFAULT '' CHECK (length(message) <= 5000),
  place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 300),
  phone TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 40),
  booked_by TEXT NOT NULL CHECK (booked_by IN ('coach', 'client')),
  cancel_reason TEXT CHECK (length(cancel_reason) BETWEEN 1 AND 1000),
  cancelled_at INTEGER,
  cancelled_by TEXT CHECK (cancelled_by IN ('coach', 'client')),
  -- The room as Daily has it; all four are set once it is made and cleared once it is gone.
  room_name TEXT CHECK (length(room_name) BETWEEN 1 AND 128),
  room_url TEXT,
  room_opens_at INTEGER,
  room_closes_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (coach_id, id),
  FOREIGN KEY (coach_id, client_id) REFERENCES clients (coach_id, id),
  FOREIGN KEY (coach_id, type_id) REFERENCES appointment_types (coach_id, id),
  FOREIGN KEY (coach_id, reason_id) REFERENCES appointment_reasons (coach_id, id),
  FOREIGN KEY (coach_id, series_id) REFERENCES appointment_series (coach_id, id),
  CHECK ((client_id IS NULL) <> (prospect_name IS NULL)),
  CHECK ((prospect_name IS NULL) = (prospect_email IS NULL)),
  CHECK (ends_at > starts_at AND ends_at - starts_at <= 86400),
  CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL)),
  CHECK ((cancelled_at IS NULL) = (cancelled_by IS NULL)),
  CHECK ((cancelled_at IS NULL) = (cancel_reason IS NULL)),
  CHECK ((room_name IS NULL) = (room_url IS NULL)
    AND (room_name IS NULL) = (room_opens_at IS NULL)
    AND (room_name IS NULL) = (room_closes_at IS NULL))
) STRICT;

CREATE INDEX appointments_by_start ON appointments (coach_id, starts_at);
CREATE INDEX appointments_of_client ON appointments (coach_id, client_id, starts_at);
CREATE INDEX appointments_scheduled ON appointments (coach_id, starts_at, ends_at) WHERE status = 'scheduled';
CREATE INDEX appointments_of_type ON appointments (coach_id, type_id);
CREATE INDEX appointments_of_reason ON appointments (coach_id, reason_id);
CREATE INDEX appointments_of_series ON appointments (coach_id, series_id);
CREATE UNIQUE INDEX appointments_by_room ON appointments (room_name) WHERE room_name IS NOT NULL;

-- No double booking, ever: whatever the code above does and however many writers race. No appointment is longer
-- than a day, so only those that started within the day before can still be running.
CREATE TRIGGER appointments_no_overlap_on_insert
BEFORE INSERT ON appointments
WHEN NEW.status = 'scheduled' AND EXISTS (
  SELECT 1 FROM appointments AS other
  WHERE other.coach_id = NEW.coach_id AND other.status = 'scheduled' AND other.id <> NEW.id
    AND other.starts_at < NEW.ends_at AND other.starts_at > NEW.starts_at - 86400 AND other.ends_at > NEW.starts_at
)
BEGIN SELECT RAISE(ABORT, 'slot_taken'); END;

CREATE TRIGGER appointments_no_overlap_on_update
BEFORE UPDATE OF id, coach_id, status, starts_at, ends_at ON appointments
WHEN NEW.status = 'scheduled' AND EXISTS (
  SELECT 1 FROM appointments AS other
  WHERE other.coach_id = NEW.coach_id AND other.status = 'scheduled' AND other.id <> OLD.id
    AND other.starts_at < NEW.ends_at AND other.starts_at > NEW.starts_at - 86400 AND other.ends_at > NEW.starts_at
)
BEGIN SELECT RAISE(ABORT, 'slot_taken'); END;

-- `cancelled` is final: the person was told and the room is gone.
CREATE TRIGGER appointments_cancelled_is_final
BEFORE UPDATE OF status ON appointments
WHEN OLD.status = 'cancelled' AND NEW.status <> 'cancelled'
BEGIN SELECT RAISE(ABORT, 'cancelled_is_final'); END;

CREATE TABLE appointment_notifications (
  id TEXT PRIMARY KEY NOT NULL,
  coach_id TEXT NOT NULL REFERENCES coaches (id) ON DELETE CASCADE,
  appointment_id TEXT NOT NULL,
  before_min INTEGER NOT NULL CHECK (before_min BETWEEN 0 AND 20160),
  due_at INTEGER NOT NULL,
  -- `claimed` is written before the pop-up is asked for, so that it is shown once.
  state TEXT NOT NULL CHECK (state IN ('due', 'claimed', 'sent', 'skipped', 'failed', 'cancelled')),
  -- Why it was skipped or failed.
  why TEXT,
  settled_at INTEGER,
  UNIQUE (appointment_id, before_min, due_at),
  FOREIGN KEY (coach_id, appointment_id) REFERENCES appointments (coach_id, id) ON DELETE CASCADE
) STRICT;

CREATE INDEX appointment_notifications_due ON appointment_notifications (due_at) WHERE state IN ('due', 'claimed');

-- Work still owed to Daily.co. One row a room: the goal is what the room should become, and doing it again is harmless.
CREATE TABLE room_operations (
  room_name TEXT PRIMARY KEY NOT NULL CHECK (length(room_name) BETWEEN 1 AND 128),
  coach_id TEXT NOT NULL REFERENCES coaches (id) ON DELETE CASCADE,
  appointment_id TEXT NOT NULL,
  goal TEXT NOT NULL CHECK (goal IN ('create', 'update', 'delete')),
  owed_since INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_try_at INTEGER NOT NULL,
  problem TEXT,
  -- Grows whenever the goal changes: work done for an older goal settles nothing.
  revision INTEGER NOT NULL DEFAULT 1,
  FOREIGN KEY (coach_id, appointment_id) REFERENCES appointments (coach_id, id) ON DELETE CASCADE
) STRICT;

CREATE INDEX room_operations_by_next_try ON room_operations (next_try_at);
-- An appointment wants one room at most; rooms it no longer wants may still be waiting to be deleted.
CREATE UNIQUE INDEX room_operations_wanted ON room_operations (appointment_id) WHERE goal <> 'delete';
CREATE INDEX room_operations_of_appointment ON room_operations (appointment_id);

-- An appointment with the labels a screen shows and the room work it waits for.
CREATE VIEW agenda_entries AS
SELECT a.*, c.name AS client_name, t.name AS type_name, t.colour AS colour, r.label AS reason_label,
  o.room_name AS owed_name, o.goal AS owed_goal, o.owed_since AS owed_since, o.attempts AS owed_attempts,
  o.next_try_at AS owed_next_try_at, o.problem AS owed_problem
FROM appointments AS a
JOIN appointment_types AS t ON t.id = a.type_id
LEFT JOIN clients AS c ON c.id = a.client_id
LEFT JOIN appointment_reasons AS r ON r.id = a.reason_id
LEFT JOIN room_operations AS o ON o.appointment_id = a.id AND o.goal <> 'delete';
