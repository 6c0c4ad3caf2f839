import type { Migration } from './migration.ts'

/** The catalogue, its runs, their sessions, and the rooms they hold. */
export const m0040Groups: Migration = {
  number: 40,
  name: 'groups',
  sql: `
CREATE TABLE programme (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  public_title TEXT NOT NULL,
  audience TEXT,
  theme TEXT,
  delivery TEXT NOT NULL CHECK (delivery IN ('closed', 'open', 'workshop')),
  place_kind TEXT NOT NULL CHECK (place_kind IN ('person', 'family')),
  age_from INTEGER,
  age_to INTEGER CHECK (age_to >= age_from),
  usual_sessions INTEGER,
  session_minutes INTEGER,
  usual_places INTEGER,
  sensitive INTEGER NOT NULL CHECK (sensitive IN (0, 1)),
  co_delivered INTEGER NOT NULL CHECK (co_delivered IN (0, 1)),
  colour TEXT NOT NULL,
  source TEXT,
  retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
  version INTEGER NOT NULL
) STRICT;

-- The rule a run of sessions came from. The sessions themselves are rows of their own.
CREATE TABLE series (
  id TEXT PRIMARY KEY,
  first_date TEXT NOT NULL CHECK (first_date GLOB '????-??-??'),
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  start_time TEXT NOT NULL CHECK (start_time GLOB '??:??'),
  end_time TEXT NOT NULL CHECK (end_time GLOB '??:??' AND end_time > start_time),
  every_weeks INTEGER NOT NULL CHECK (every_weeks > 0),
  sessions INTEGER NOT NULL CHECK (sessions > 0),
  term_time_only INTEGER NOT NULL CHECK (term_time_only IN (0, 1)),
  skip_bank_holidays INTEGER NOT NULL CHECK (skip_bank_holidays IN (0, 1))
) STRICT;

CREATE TABLE series_skip (
  id TEXT PRIMARY KEY,
  series_id TEXT NOT NULL REFERENCES series (id) ON DELETE RESTRICT,
  date TEXT NOT NULL CHECK (date GLOB '????-??-??'),
  reason TEXT NOT NULL,
  UNIQUE (series_id, date)
) STRICT;

-- "group" is a word of SQL, so the table of groups has a longer name.
CREATE TABLE programme_group (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programme (id) ON DELETE RESTRICT,
  series_id TEXT REFERENCES series (id) ON DELETE RESTRICT,
  building_id TEXT REFERENCES building (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  public_title TEXT NOT NULL,
  capacity INTEGER CHECK (capacity > 0),
  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
  cancelled_reason TEXT,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX programme_group_programme ON programme_group (programme_id);
CREATE INDEX programme_group_building ON programme_group (building_id);

CREATE TABLE group_facilitator (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES programme_group (id) ON DELETE RESTRICT,
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  UNIQUE (group_id, staff_id)
) STRICT;
CREATE INDEX group_facilitator_staff ON group_facilitator (staff_id);

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES programme_group (id) ON DELETE RESTRICT,
  series_id TEXT REFERENCES series (id) ON DELETE RESTRICT,
  starts_at TEXT NOT NULL CHECK (starts_at GLOB '????-??-??T??:??'),
  ends_at TEXT NOT NULL CHECK (ends_at > starts_at AND substr(ends_at, 1, 10) = substr(starts_at, 1, 10)),
  did_not_run INTEGER NOT NULL CHECK (did_not_run IN (0, 1)),
  reason TEXT,
  changed_by_hand INTEGER NOT NULL CHECK (changed_by_hand IN (0, 1)),
  register_completed_at TEXT,
  register_completed_by TEXT REFERENCES user (id) ON DELETE RESTRICT,
  version INTEGER NOT NULL,
  CHECK (did_not_run = 0 OR register_completed_at IS NULL)
) STRICT;
CREATE INDEX session_group ON session (group_id, starts_at);
CREATE INDEX session_starts ON session (starts_at);
-- Registers that are owed: the first screen asks for them each time.
CREATE INDEX session_owed ON session (starts_at) WHERE did_not_run = 0 AND register_completed_at IS NULL;

CREATE TABLE booking (
  id TEXT PRIMARY KEY,
  room_id TEXT NOT NULL REFERENCES room (id) ON DELETE RESTRICT,
  session_id TEXT UNIQUE REFERENCES session (id) ON DELETE RESTRICT,
  starts_at TEXT NOT NULL CHECK (starts_at GLOB '????-??-??T??:??'),
  ends_at TEXT NOT NULL CHECK (ends_at > starts_at AND substr(ends_at, 1, 10) = substr(starts_at, 1, 10)),
  setup_minutes INTEGER NOT NULL CHECK (setup_minutes BETWEEN 0 AND 240),
  cleardown_minutes INTEGER NOT NULL CHECK (cleardown_minutes BETWEEN 0 AND 240),
  -- The time with set-up and clear-down, kept within the day: what double booking is judged by.
  held_from TEXT NOT NULL CHECK (held_from <= starts_at AND substr(held_from, 1, 10) = substr(starts_at, 1, 10)),
  held_until TEXT NOT NULL CHECK (held_until >= ends_at AND substr(held_until, 1, 10) = substr(ends_at, 1, 10)),
  purpose TEXT NOT NULL CHECK (purpose IN ('session', 'one-to-one', 'contact', 'partner', 'staff', 'other')),
  title TEXT NOT NULL,
  note TEXT,
  contact TEXT,
  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
  cancelled_reason TEXT,
  version INTEGER NOT NULL,
  CHECK ((purpose = 'session') = (session_id IS NOT NULL))
) STRICT;
CREATE INDEX booking_room ON booking (room_id, held_from);
CREATE INDEX booking_held ON booking (held_from);

CREATE TRIGGER booking_no_double_insert BEFORE INSERT ON booking WHEN NEW.cancelled = 0 BEGIN
  SELECT RAISE(ABORT, 'no_double_booking') WHERE EXISTS (
    SELECT 1 FROM room_overlap JOIN booking AS other ON other.room_id = room_overlap.other_id
    WHERE room_overlap.room_id = NEW.room_id AND other.id <> NEW.id AND other.cancelled = 0
      AND other.held_from >= substr(NEW.held_from, 1, 10)
      AND other.held_from < NEW.held_until AND NEW.held_from < other.held_until);
END;
CREATE TRIGGER booking_no_double_update BEFORE UPDATE OF room_id, held_from, held_until, cancelled ON booking
WHEN NEW.cancelled = 0 BEGIN
  SELECT RAISE(ABORT, 'no_double_booking') WHERE EXISTS (
    SELECT 1 FROM room_overlap JOIN booking AS other ON other.room_id = room_overlap.other_id
    WHERE room_overlap.room_id = NEW.room_id AND other.id <> NEW.id AND other.cancelled = 0
      AND other.held_from >= substr(NEW.held_from, 1, 10)
      AND other.held_from < NEW.held_until AND NEW.held_from < other.held_until);
END;
`,
}
