-- What is asked of many clients at once. A client's identifier tells two entries apart at the first look; the coach's, which
-- almost all entries share, was compared first at each step down the index.

-- When somebody first came is told without the appointment itself: of a cancelled one nothing else is asked.
DROP INDEX appointments_of_client;
CREATE INDEX appointments_of_client ON appointments (client_id, coach_id, starts_at, status);

DROP INDEX appointments_ahead;
CREATE INDEX appointments_ahead ON appointments (client_id, coach_id, starts_at, ends_at) WHERE status = 'scheduled';

-- All that a search looks at, in each order of the list. Name and address are one text, so that looking once is enough; no text
-- that is searched has a line break, so none is found across the two.
DROP INDEX clients_by_name;
CREATE INDEX clients_by_name ON clients
  (coach_id, (archived_at IS NOT NULL), search_name, id, (search_name || char(10) || coalesce(lower(email), '')), phone, erased_at);
DROP INDEX clients_by_age;
CREATE INDEX clients_by_age ON clients
  (coach_id, (archived_at IS NOT NULL), created_at DESC, id, (search_name || char(10) || coalesce(lower(email), '')), phone, erased_at);
