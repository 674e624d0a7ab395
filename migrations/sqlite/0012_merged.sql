-- Who was merged into whom. An older copy of the agenda still holds both: when the one who stayed is erased, going back to
-- that copy must bring back neither. Identifiers alone.
CREATE TABLE clients_merged (
  coach_id TEXT NOT NULL REFERENCES coaches (id) ON DELETE CASCADE,
  gone_id TEXT NOT NULL,
  kept_id TEXT NOT NULL,
  PRIMARY KEY (coach_id, gone_id),
  FOREIGN KEY (coach_id, kept_id) REFERENCES clients (coach_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX clients_merged_into ON clients_merged (coach_id, kept_id);
