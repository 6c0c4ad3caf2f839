import type { Migration } from './migration.ts'

/** Names and dates of the service, its places, and the people who work there. */
export const m0020County: Migration = {
  number: 20,
  name: 'county',
  sql: `
CREATE TABLE setting (id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE term (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  starts_on TEXT NOT NULL CHECK (starts_on GLOB '????-??-??'),
  ends_on TEXT NOT NULL CHECK (ends_on GLOB '????-??-??' AND ends_on >= starts_on),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  version INTEGER NOT NULL
) STRICT;

-- The id is the date.
CREATE TABLE bank_holiday (id TEXT PRIMARY KEY CHECK (id GLOB '????-??-??'), name TEXT NOT NULL) STRICT;

CREATE TABLE locality (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  half TEXT NOT NULL CHECK (half IN ('east', 'west'))
) STRICT;

CREATE TABLE locality_alias (
  id TEXT PRIMARY KEY,
  locality_id TEXT NOT NULL REFERENCES locality (id) ON DELETE RESTRICT,
  alias TEXT NOT NULL,
  alias_key TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE building (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  locality_id TEXT REFERENCES locality (id) ON DELETE RESTRICT,
  address TEXT,
  phone TEXT,
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE room (
  id TEXT PRIMARY KEY,
  building_id TEXT NOT NULL REFERENCES building (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  capacity INTEGER CHECK (capacity > 0),
  step_free INTEGER CHECK (step_free IN (0, 1)),
  setup_minutes INTEGER NOT NULL CHECK (setup_minutes BETWEEN 0 AND 240),
  cleardown_minutes INTEGER NOT NULL CHECK (cleardown_minutes BETWEEN 0 AND 240),
  part_of_id TEXT REFERENCES room (id) ON DELETE RESTRICT CHECK (part_of_id <> id),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX room_building ON room (building_id);
CREATE INDEX room_part_of ON room (part_of_id) WHERE part_of_id IS NOT NULL;

-- Every pair of rooms that share floor: a room with itself, what it contains, and what contains it.
CREATE VIEW room_overlap AS
  WITH RECURSIVE inside (room_id, whole_id) AS (
    SELECT id, id FROM room
    UNION
    SELECT inside.room_id, room.part_of_id FROM inside JOIN room ON room.id = inside.whole_id
    WHERE room.part_of_id IS NOT NULL
  )
  SELECT room_id, whole_id AS other_id FROM inside
  UNION
  SELECT whole_id, room_id FROM inside;

CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  job_title TEXT,
  stream TEXT NOT NULL CHECK (stream IN ('family', 'youth-justice', 'central', 'volunteer', 'partner')),
  locality_id TEXT REFERENCES locality (id) ON DELETE RESTRICT,
  phone TEXT,
  email TEXT,
  archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE user (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('assistant', 'facilitator', 'facilities', 'manager', 'administrator')),
  staff_id TEXT REFERENCES staff (id) ON DELETE RESTRICT,
  disabled INTEGER NOT NULL CHECK (disabled IN (0, 1)),
  version INTEGER NOT NULL
) STRICT;

-- Passphrase hashes stand apart so that the journal never holds one.
CREATE TABLE credential (
  id TEXT PRIMARY KEY REFERENCES user (id) ON DELETE CASCADE,
  passphrase_hash TEXT NOT NULL,
  last_signed_in_at TEXT
) STRICT;
`,
}
