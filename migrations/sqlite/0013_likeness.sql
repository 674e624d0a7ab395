-- What a client may have in common with another, as `agenda::Likeness` writes it, so that those entered twice are found
-- without reading everybody. None of it is known of clients whom an older program wrote: `table::likeness` writes it when the
-- file is opened.
ALTER TABLE clients ADD COLUMN same_name TEXT;
ALTER TABLE clients ADD COLUMN same_email TEXT;
ALTER TABLE clients ADD COLUMN same_phone TEXT;

-- Each in the order of the list, so that the first of many who share something can be told alone.
CREATE INDEX clients_same_name ON clients (coach_id, same_name, (archived_at IS NOT NULL), search_name, id)
  WHERE same_name IS NOT NULL;
CREATE INDEX clients_same_email ON clients (coach_id, same_email, (archived_at IS NOT NULL), search_name, id)
  WHERE same_email IS NOT NULL;
CREATE INDEX clients_same_phone ON clients (coach_id, same_phone, (archived_at IS NOT NULL), search_name, id)
  WHERE same_phone IS NOT NULL;

CREATE INDEX clients_not_likened ON clients (same_name) WHERE same_name IS NULL AND erased_at IS NULL;
