-- Who looks alike was found by walking from end to end what clients may have in common. Each knows now whether somebody shares it, and those who
-- do stand in an index as short as the list of those entered twice. The database keeps it itself, whoever writes.
ALTER TABLE clients ADD COLUMN shares_name INTEGER NOT NULL DEFAULT 0 CHECK (shares_name IN (0, 1));
ALTER TABLE clients ADD COLUMN shares_email INTEGER NOT NULL DEFAULT 0 CHECK (shares_email IN (0, 1));
ALTER TABLE clients ADD COLUMN shares_phone INTEGER NOT NULL DEFAULT 0 CHECK (shares_phone IN (0, 1));

UPDATE clients SET
  shares_name = same_name > '' AND EXISTS (SELECT 1 FROM clients AS o
    WHERE o.coach_id = clients.coach_id AND o.same_name = clients.same_name AND o.id <> clients.id),
  shares_email = same_email > '' AND EXISTS (SELECT 1 FROM clients AS o
    WHERE o.coach_id = clients.coach_id AND o.same_email = clients.same_email AND o.id <> clients.id),
  shares_phone = same_phone > '' AND EXISTS (SELECT 1 FROM clients AS o
    WHERE o.coach_id = clients.coach_id AND o.same_phone = clients.same_phone AND o.id <> clients.id);

CREATE INDEX clients_sharing_name ON clients (coach_id, same_name) WHERE shares_name = 1;
CREATE INDEX clients_sharing_email ON clients (coach_id, same_email) WHERE shares_email = 1;
CREATE INDEX clients_sharing_phone ON clients (coach_id, same_phone) WHERE shares_phone = 1;

-- Whoever comes shares with one who may have been alone, and whoever leaves may leave one alone: who shares with others is left as they are.
CREATE TRIGGER client_sharing_after_insert AFTER INSERT ON clients BEGIN
  UPDATE clients SET
    shares_name = same_name > '' AND EXISTS (SELECT 1 FROM clients AS o
      WHERE o.coach_id = clients.coach_id AND o.same_name = clients.same_name AND o.id <> clients.id),
    shares_email = same_email > '' AND EXISTS (SELECT 1 FROM clients AS o
      WHERE o.coach_id = clients.coach_id AND o.same_email = clients.same_email AND o.id <> clients.id),
    shares_phone = same_phone > '' AND EXISTS (SELECT 1 FROM clients AS o
      WHERE o.coach_id = clients.coach_id AND o.same_phone = clients.same_phone AND o.id <> clients.id)
  WHERE coach_id = NEW.coach_id AND id IN (
    NEW.id,
    (SELECT o.id FROM clients AS o WHERE o.coach_id = NEW.coach_id AND o.same_name = NEW.same_name AND o.id <> NEW.id LIMIT 1),
    (SELECT o.id FROM clients AS o WHERE o.coach_id = NEW.coach_id AND o.same_email = NEW.same_email AND o.id <> NEW.id LIMIT 1),
    (SELECT o.id FROM clients AS o WHERE o.coach_id = NEW.coach_id AND o.same_phone = NEW.same_phone AND o.id <> NEW.id LIMIT 1));
END;

CREATE TRIGGER client_sharing_after_update AFTER UPDATE OF same_name, same_email, same_phone ON clients BEGIN
  UPDATE clients SET
    shares_name = same_name > '' AND EXISTS (SELECT 1 FROM clients AS o
      WHERE o.coach_id = clients.coach_id AND o.same_name = clients.same_name AND o.id <> clients.id),
    shares_email = same_email > '' AND EXISTS (SELECT 1 FROM clients AS o
      WHERE o.coach_id = clients.coach_id AND o.same_email = clients.same_email AND o.id <> clients.id),
    shares_phone = same_phone > '' AND EXISTS (SELECT 1 FROM clients AS o
      WHERE o.coach_id = clients.coach_id AND o.same_phone = clients.same_phone AND o.id <> clients.id)
  WHERE coach_id = NEW.coach_id AND id IN (
    NEW.id,
    (SELECT o.id FROM clients AS o WHERE o.coach_id = NEW.coach_id AND o.same_name = NEW.same_name AND o.id <> NEW.id LIMIT 1),
    (SELECT o.id FROM clients AS o WHERE o.coach_id = NEW.coach_id AND o.same_email = NEW.same_email AND o.id <> NEW.id LIMIT 1),
    (SELECT o.id FROM clients AS o WHERE o.coach_id = NEW.coach_id AND o.same_phone = NEW.same_phone AND o.id <> NEW.id LIMIT 1),
    (SELECT o.id FROM clients AS o WHERE o.coach_id = OLD.coach_id AND o.same_name = OLD.same_name LIMIT 1),
    (SELECT o.id FROM clients AS o WHERE o.coach_id = OLD.coach_id AND o.same_email = OLD.same_email LIMIT 1),
    (SELECT o.id FROM clients AS o WHERE o.coach_id = OLD.coach_id AND o.same_phone = OLD.same_phone LIMIT 1));
END;

CREATE TRIGGER client_sharing_after_delete AFTER DELETE ON clients BEGIN
  UPDATE clients SET
    shares_name = same_name > '' AND EXISTS (SELECT 1 FROM clients AS o
      WHERE o.coach_id = clients.coach_id AND o.same_name = clients.same_name AND o.id <> clients.id),
    shares_email = same_email > '' AND EXISTS (SELECT 1 FROM clients AS o
      WHERE o.coach_id = clients.coach_id AND o.same_email = clients.same_email AND o.id <> clients.id),
    shares_phone = same_phone > '' AND EXISTS (SELECT 1 FROM clients AS o
      WHERE o.coach_id = clients.coach_id AND o.same_phone = clients.same_phone AND o.id <> clients.id)
  WHERE coach_id = OLD.coach_id AND id IN (
    (SELECT o.id FROM clients AS o WHERE o.coach_id = OLD.coach_id AND o.same_name = OLD.same_name LIMIT 1),
    (SELECT o.id FROM clients AS o WHERE o.coach_id = OLD.coach_id AND o.same_email = OLD.same_email LIMIT 1),
    (SELECT o.id FROM clients AS o WHERE o.coach_id = OLD.coach_id AND o.same_phone = OLD.same_phone LIMIT 1));
END;
