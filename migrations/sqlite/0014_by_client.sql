-- What is asked of many clients at once. A client's identifier tells two entries apart at the first look; the coach's, which
-- almost all entries share, was compared first at each step down the index.

DROP INDEX appointments_of_client;
CREATE INDEX appointments_of_client ON appointments (client_id, coach_id, starts_at, status);

DROP INDEX appointments_ahead;
CREATE INDEX appointments_ahead ON appointments (client_id, coach_id, starts_at, ends_at) WHERE status = 'scheduled';

-- When the first appointment of a client begins that is scheduled, and the first that was not called off: kept beside the
-- client, so that neither is asked of each of many. The database keeps them itself, whoever writes. Neither changes as time goes by:
-- who is met next is the first scheduled one, but for those whose first is past and was never closed.
ALTER TABLE clients ADD COLUMN first_scheduled_at INTEGER;
ALTER TABLE clients ADD COLUMN first_kept_at INTEGER;

UPDATE clients SET
  first_scheduled_at = (SELECT MIN(a.starts_at) FROM appointments AS a
    WHERE a.client_id = clients.id AND a.coach_id = clients.coach_id AND a.status = 'scheduled'),
  first_kept_at = (SELECT MIN(a.starts_at) FROM appointments AS a
    WHERE a.client_id = clients.id AND a.coach_id = clients.coach_id AND a.status <> 'cancelled');

CREATE TRIGGER client_firsts_after_insert AFTER INSERT ON appointments WHEN NEW.client_id IS NOT NULL BEGIN
  UPDATE clients SET
    first_scheduled_at = (SELECT MIN(a.starts_at) FROM appointments AS a
      WHERE a.client_id = clients.id AND a.coach_id = clients.coach_id AND a.status = 'scheduled'),
    first_kept_at = (SELECT MIN(a.starts_at) FROM appointments AS a
      WHERE a.client_id = clients.id AND a.coach_id = clients.coach_id AND a.status <> 'cancelled')
  WHERE coach_id = NEW.coach_id AND id = NEW.client_id;
END;

CREATE TRIGGER client_firsts_after_update AFTER UPDATE OF client_id, status, starts_at ON appointments BEGIN
  UPDATE clients SET
    first_scheduled_at = (SELECT MIN(a.starts_at) FROM appointments AS a
      WHERE a.client_id = clients.id AND a.coach_id = clients.coach_id AND a.status = 'scheduled'),
    first_kept_at = (SELECT MIN(a.starts_at) FROM appointments AS a
      WHERE a.client_id = clients.id AND a.coach_id = clients.coach_id AND a.status <> 'cancelled')
  WHERE coach_id = NEW.coach_id AND id IN (OLD.client_id, NEW.client_id);
END;

CREATE TRIGGER client_firsts_after_delete AFTER DELETE ON appointments WHEN OLD.client_id IS NOT NULL BEGIN
  UPDATE clients SET
    first_scheduled_at = (SELECT MIN(a.starts_at) FROM appointments AS a
      WHERE a.client_id = clients.id AND a.coach_id = clients.coach_id AND a.status = 'scheduled'),
    first_kept_at = (SELECT MIN(a.starts_at) FROM appointments AS a
      WHERE a.client_id = clients.id AND a.coach_id = clients.coach_id AND a.status <> 'cancelled')
  WHERE coach_id = OLD.coach_id AND id = OLD.client_id;
END;

-- All that a search looks at, in each order of the list. Name and address are one text, so that looking once is enough; no text
-- that is searched has a line break, so none is found across the two.
DROP INDEX clients_by_name;
CREATE INDEX clients_by_name ON clients
  (coach_id, (archived_at IS NOT NULL), search_name, id, (search_name || char(10) || coalesce(lower(email), '')), phone, erased_at,
   first_scheduled_at);
DROP INDEX clients_by_age;
CREATE INDEX clients_by_age ON clients
  (coach_id, (archived_at IS NOT NULL), created_at DESC, id, (search_name || char(10) || coalesce(lower(email), '')), phone, erased_at);
