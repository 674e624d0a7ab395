-- Set when the person is erased. The row stays so that numbers can be counted, and says nothing of anybody any more.
ALTER TABLE clients ADD COLUMN erased_at INTEGER;
CREATE INDEX clients_erased ON clients (erased_at) WHERE erased_at IS NOT NULL;

-- A prospect is known again by the address alone, however it is written.
CREATE INDEX clients_by_email ON clients (coach_id, email COLLATE NOCASE) WHERE email IS NOT NULL;
CREATE INDEX appointments_of_prospect ON appointments (coach_id, prospect_email COLLATE NOCASE, starts_at)
  WHERE prospect_email IS NOT NULL;
