-- Every room this agenda ever asked Daily for, written down before asking: that is how it knows its own rooms on a domain
-- where others, and other installations of the same coach, have theirs.
CREATE TABLE rooms (
  room_name TEXT PRIMARY KEY NOT NULL CHECK (length(room_name) BETWEEN 1 AND 128),
  coach_id TEXT NOT NULL REFERENCES coaches (id) ON DELETE CASCADE,
  -- None for a room made to try the account. No foreign key: a room outlives an appointment that is erased.
  appointment_id TEXT,
  asked_at INTEGER NOT NULL,
  -- Set once Daily said that it is not there (any more). Its name is not used again.
  gone_at INTEGER
) STRICT;

CREATE INDEX rooms_not_gone ON rooms (coach_id, room_name) WHERE gone_at IS NULL;
CREATE INDEX rooms_of_appointment ON rooms (coach_id, appointment_id, asked_at);

INSERT INTO rooms (room_name, coach_id, appointment_id, asked_at)
SELECT room_name, coach_id, id, created_at FROM appointments WHERE room_name IS NOT NULL;
INSERT INTO rooms (room_name, coach_id, appointment_id, asked_at)
SELECT room_name, coach_id, appointment_id, owed_since FROM room_operations WHERE attempts > 0
ON CONFLICT (room_name) DO NOTHING;

-- The rooms, with what is wanted of each: an appointment has at most one, and work still owed for it comes first.
CREATE VIEW known_rooms AS
SELECT r.coach_id, r.room_name, r.appointment_id, r.asked_at, r.gone_at,
  a.room_name IS NOT NULL AND a.kind = 'video' AND a.status <> 'cancelled' AS wanted,
  EXISTS (SELECT 1 FROM room_operations AS o WHERE o.room_name = r.room_name) AS owed,
  a.room_opens_at AS opens_at, a.room_closes_at AS closes_at
FROM rooms AS r
LEFT JOIN appointments AS a
  ON a.coach_id = r.coach_id AND a.id = r.appointment_id AND a.room_name = r.room_name;
