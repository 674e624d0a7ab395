-- How video rooms are made for a coach. A coach without a row has the defaults.
CREATE TABLE video_options (
  coach_id TEXT PRIMARY KEY NOT NULL REFERENCES coaches (id) ON DELETE CASCADE,
  recording TEXT NOT NULL CHECK (recording IN ('off', 'on_demand', 'sound_on_demand', 'on_this_computer', 'from_the_start')),
  transcription INTEGER NOT NULL CHECK (transcription IN (0, 1)),
  -- None: the coach's own.
  language TEXT,
  -- None: the European Union for a coach who speaks French, else the one nearest the first to join.
  region TEXT,
  screen_share INTEGER NOT NULL CHECK (screen_share IN (0, 1)),
  hide_branding INTEGER NOT NULL CHECK (hide_branding IN (0, 1))
) STRICT;

-- What the account's plan refused when it was last asked for, and since when. The session went on without.
CREATE TABLE plan_refusals (
  coach_id TEXT NOT NULL REFERENCES coaches (id) ON DELETE CASCADE,
  feature TEXT NOT NULL CHECK (feature IN ('recording', 'transcription', 'branding')),
  since INTEGER NOT NULL,
  PRIMARY KEY (coach_id, feature)
) STRICT;
