-- Clients in their own zone, found by name, address and number in each order of the list, and pairs the coach told apart.

-- IANA name; none: the coach's.
ALTER TABLE clients ADD COLUMN zone TEXT CHECK (length(zone) BETWEEN 1 AND 64);

-- The list in its three orders. The first holds all that a search looks at.
DROP INDEX clients_by_name;
CREATE INDEX clients_by_name ON clients (coach_id, (archived_at IS NOT NULL), search_name, id, email, phone, erased_at);
CREATE INDEX clients_by_age ON clients (coach_id, (archived_at IS NOT NULL), created_at DESC, id);

-- What lies ahead of each client: the counter beside a name, and who is met next.
CREATE INDEX appointments_ahead ON appointments (coach_id, client_id, starts_at, ends_at) WHERE status = 'scheduled';

-- Two clients who look alike and are two people: the coach said so.
CREATE TABLE clients_told_apart (
  coach_id TEXT NOT NULL REFERENCES coaches (id) ON DELETE CASCADE,
  first_id TEXT NOT NULL,
  other_id TEXT NOT NULL,
  PRIMARY KEY (coach_id, first_id, other_id),
  FOREIGN KEY (coach_id, first_id) REFERENCES clients (coach_id, id) ON DELETE CASCADE,
  FOREIGN KEY (coach_id, other_id) REFERENCES clients (coach_id, id) ON DELETE CASCADE,
  CHECK (first_id < other_id)
) STRICT;
CREATE INDEX clients_told_apart_of_other ON clients_told_apart (coach_id, other_id);
