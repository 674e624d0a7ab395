-- Finding an appointment by what it is or whom it is with.

-- Of a type, from any moment on, forwards or backwards.
DROP INDEX appointments_of_type;
CREATE INDEX appointments_of_type ON appointments (coach_id, type_id, starts_at);

-- What is written on an appointment itself: its title and a prospect's name. Most have neither, and are not in here.
CREATE INDEX appointments_with_words ON appointments (coach_id, starts_at, title, prospect_name)
  WHERE title <> '' OR prospect_name IS NOT NULL;
