-- A search in the order of who is met next put all it found in order. The index has them so: those whose first scheduled appointment is
-- ahead by its time, those who have none by name.
CREATE INDEX clients_by_next ON clients
  (coach_id, (archived_at IS NOT NULL), first_scheduled_at, search_name, id, (search_name || char(10) || coalesce(lower(email), '')),
   phone, erased_at);

-- As it was, without the time: an appointment that is made or moved writes one index of clients.
DROP INDEX clients_by_name;
CREATE INDEX clients_by_name ON clients
  (coach_id, (archived_at IS NOT NULL), search_name, id, (search_name || char(10) || coalesce(lower(email), '')), phone, erased_at);
