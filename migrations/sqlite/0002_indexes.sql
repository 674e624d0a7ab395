-- What reading the plans of all queries and measuring them with 100 000 appointments showed to be missing.

-- Asked for every few seconds. SQLite does not see that state = 'due' implies state IN ('due', 'claimed'), and read
-- every reminder there ever was instead.
DROP INDEX appointment_notifications_due;
CREATE INDEX appointment_notifications_due ON appointment_notifications (due_at) WHERE state = 'due';
CREATE INDEX appointment_notifications_claimed ON appointment_notifications (state) WHERE state = 'claimed';

-- What lies ahead of each client of a list, without reading what lies behind.
CREATE INDEX appointments_ahead_of_client ON appointments (coach_id, client_id, ends_at) WHERE status = 'scheduled';

-- The order in which clients are listed, so that the first of them can be told without looking at all.
DROP INDEX clients_by_name;
CREATE INDEX clients_by_name ON clients (coach_id, archived_at IS NOT NULL, search_name, id);

-- The rooms owed to one coach, and whose they are.
CREATE INDEX room_operations_of_coach ON room_operations (coach_id, goal, appointment_id);

-- What is ahead, what was never closed, what a new appointment would overlap: by status first. Of the partial index this
-- replaces SQLite made no use where another began with the same columns, and read all that was ever closed.
DROP INDEX appointments_scheduled;
CREATE INDEX appointments_by_status ON appointments (coach_id, status, starts_at, ends_at);
