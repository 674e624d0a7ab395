-- How often something that matters to whoever was told of an appointment was changed: SEQUENCE of RFC 5545 (3.8.7.4).
-- The database counts, so that no way of changing an appointment can forget to. Private texts do not count, nor do
-- "took place" and "did not come": nobody else sees them.
ALTER TABLE appointments ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0 CHECK (sequence >= 0);

CREATE TRIGGER appointments_sequence
AFTER UPDATE OF starts_at, ends_at, status, kind, type_id, title, place, phone ON appointments
WHEN NEW.starts_at <> OLD.starts_at OR NEW.ends_at <> OLD.ends_at OR NEW.kind <> OLD.kind
  OR NEW.type_id <> OLD.type_id OR NEW.title <> OLD.title OR NEW.place <> OLD.place OR NEW.phone <> OLD.phone
  OR (NEW.status = 'cancelled') <> (OLD.status = 'cancelled')
BEGIN
  UPDATE appointments SET sequence = OLD.sequence + 1 WHERE coach_id = NEW.coach_id AND id = NEW.id;
END;
