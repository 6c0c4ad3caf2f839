import type { Migration } from './migration.ts'

/** Times when places cannot be used, and the views of the calendar that people keep. */
export const m0090Closures: Migration = {
  number: 90,
  name: 'closures',
  sql: `
CREATE TABLE closure (
  id TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  note TEXT,
  everywhere INTEGER NOT NULL CHECK (everywhere IN (0, 1)),
  -- In words, when it repeats: each time is a row of its own.
  pattern TEXT,
  -- When it was lifted, by the wall clock: what was closed until then was closed.
  lifted_at TEXT CHECK (lifted_at GLOB '????-??-??T??:??'),
  lifted_reason TEXT,
  closed_by TEXT REFERENCES user (id) ON DELETE RESTRICT,
  version INTEGER NOT NULL,
  CHECK ((lifted_at IS NULL) = (lifted_reason IS NULL))
) STRICT;

-- A whole building, or a room of one. None of a closure that is everywhere.
CREATE TABLE closure_place (
  id TEXT PRIMARY KEY,
  closure_id TEXT NOT NULL REFERENCES closure (id) ON DELETE RESTRICT,
  building_id TEXT NOT NULL REFERENCES building (id) ON DELETE RESTRICT,
  room_id TEXT REFERENCES room (id) ON DELETE RESTRICT
) STRICT;
CREATE UNIQUE INDEX closure_place_once ON closure_place (closure_id, building_id, coalesce(room_id, ''));

-- Half-open, and may last for days.
CREATE TABLE closure_time (
  id TEXT PRIMARY KEY,
  closure_id TEXT NOT NULL REFERENCES closure (id) ON DELETE RESTRICT,
  starts_at TEXT NOT NULL CHECK (starts_at GLOB '????-??-??T??:??'),
  ends_at TEXT NOT NULL CHECK (ends_at GLOB '????-??-??T??:??' AND ends_at > starts_at),
  UNIQUE (closure_id, starts_at)
) STRICT;
CREATE INDEX closure_time_ends ON closure_time (ends_at, starts_at);

-- What was decided for a booking that the closure hit, and the room it had: whom to ring follows from it.
CREATE TABLE closure_choice (
  id TEXT PRIMARY KEY,
  closure_id TEXT NOT NULL REFERENCES closure (id) ON DELETE RESTRICT,
  booking_id TEXT NOT NULL REFERENCES booking (id) ON DELETE RESTRICT,
  did TEXT NOT NULL CHECK (did IN ('move', 'cancel', 'keep')),
  from_room_id TEXT NOT NULL REFERENCES room (id) ON DELETE RESTRICT,
  UNIQUE (closure_id, booking_id)
) STRICT;
CREATE INDEX closure_choice_booking ON closure_choice (booking_id);

CREATE TABLE saved_view (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  screen TEXT NOT NULL CHECK (screen IN ('rooms', 'calendar')),
  -- What it shows, as shared/views/views.contract.ts has it.
  state TEXT NOT NULL CHECK (json_valid(state)),
  version INTEGER NOT NULL,
  UNIQUE (user_id, screen, name_key)
) STRICT;
`,
}
