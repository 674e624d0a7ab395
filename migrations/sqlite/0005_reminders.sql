-- Reminders of a type's own, quiet hours, and claims that tell how old they are.

-- 1: the type's own offsets count, even when there are none; 0: the coach's do.
ALTER TABLE appointment_types ADD COLUMN own_reminders INTEGER NOT NULL DEFAULT 0 CHECK (own_reminders IN (0, 1));

CREATE TABLE type_reminder_offsets (
  coach_id TEXT NOT NULL,
  type_id TEXT NOT NULL,
  before_min INTEGER NOT NULL CHECK (before_min BETWEEN 0 AND 20160),
  PRIMARY KEY (coach_id, type_id, before_min),
  FOREIGN KEY (coach_id, type_id) REFERENCES appointment_types (coach_id, id) ON DELETE CASCADE
) STRICT;

-- When appointments of a type are reminded of.
CREATE VIEW wanted_offsets AS
SELECT t.coach_id, t.id AS type_id, o.before_min
FROM appointment_types AS t
JOIN reminder_offsets AS o ON o.coach_id = t.coach_id
WHERE t.own_reminders = 0
UNION ALL
SELECT t.coach_id, t.id, o.before_min
FROM appointment_types AS t
JOIN type_reminder_offsets AS o ON o.coach_id = t.coach_id AND o.type_id = t.id
WHERE t.own_reminders = 1;

-- Minutes after midnight in the coach's zone; the end may lie before the start, on the next day. Both or none.
ALTER TABLE coach_settings ADD COLUMN quiet_from_min INTEGER CHECK (quiet_from_min BETWEEN 0 AND 1439);
ALTER TABLE coach_settings ADD COLUMN quiet_to_min INTEGER CHECK (
  (quiet_to_min IS NULL) = (quiet_from_min IS NULL) AND quiet_to_min BETWEEN 0 AND 1439 AND quiet_to_min <> quiet_from_min
);

-- A claim nobody settled is given up after some minutes: whoever made it has died.
ALTER TABLE appointment_notifications ADD COLUMN claimed_at INTEGER;
