-- What the coach is told beside reminders: that a client booked or cancelled, that a room is missing before its session.

CREATE TABLE announcements (
  id TEXT PRIMARY KEY NOT NULL,
  coach_id TEXT NOT NULL REFERENCES coaches (id) ON DELETE CASCADE,
  appointment_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('booked', 'cancelled', 'room_missing')),
  -- The start it speaks of: one that was moved may be told again.
  starts_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  -- As for reminders: `claimed` is written before it is shown, so that it is shown once.
  state TEXT NOT NULL CHECK (state IN ('due', 'claimed', 'sent', 'skipped', 'failed')),
  why TEXT,
  settled_at INTEGER,
  UNIQUE (appointment_id, kind, starts_at),
  FOREIGN KEY (coach_id, appointment_id) REFERENCES appointments (coach_id, id) ON DELETE CASCADE
) STRICT;

CREATE INDEX announcements_due ON announcements (due_at) WHERE state = 'due';
