import type { Migration } from './migration.ts'

/** What a building and its rooms are like: when they are open, how to get in, what is there, and whose they are. */
export const m0070Places: Migration = {
  number: 70,
  name: 'places',
  sql: `
ALTER TABLE building ADD COLUMN latitude REAL CHECK (latitude BETWEEN -90 AND 90);
ALTER TABLE building ADD COLUMN longitude REAL CHECK (longitude BETWEEN -180 AND 180);
ALTER TABLE building ADD COLUMN opens_on_bank_holidays INTEGER NOT NULL DEFAULT 0 CHECK (opens_on_bank_holidays IN (0, 1));
ALTER TABLE building ADD COLUMN note TEXT;

-- Several a day: closed over lunch is two. A building without any has not been asked yet.
CREATE TABLE opening_hours (
  id TEXT PRIMARY KEY,
  building_id TEXT NOT NULL REFERENCES building (id) ON DELETE RESTRICT,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  opens TEXT NOT NULL CHECK (opens GLOB '??:??'),
  closes TEXT NOT NULL CHECK (closes GLOB '??:??' AND closes > opens),
  UNIQUE (building_id, weekday, opens)
) STRICT;

-- Other hours on some dates, both included; without hours of its own it is shut.
CREATE TABLE opening_exception (
  id TEXT PRIMARY KEY,
  building_id TEXT NOT NULL REFERENCES building (id) ON DELETE RESTRICT,
  from_date TEXT NOT NULL CHECK (from_date GLOB '????-??-??'),
  to_date TEXT NOT NULL CHECK (to_date GLOB '????-??-??' AND to_date >= from_date),
  reason TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX opening_exception_building ON opening_exception (building_id, from_date);

CREATE TABLE opening_exception_hours (
  id TEXT PRIMARY KEY,
  exception_id TEXT NOT NULL REFERENCES opening_exception (id) ON DELETE RESTRICT,
  opens TEXT NOT NULL CHECK (opens GLOB '??:??'),
  closes TEXT NOT NULL CHECK (closes GLOB '??:??' AND closes > opens),
  UNIQUE (exception_id, opens)
) STRICT;

-- How to get in, from a date on: the last line on or before the day holds. A room's own line goes before its building's.
CREATE TABLE access (
  id TEXT PRIMARY KEY,
  building_id TEXT NOT NULL REFERENCES building (id) ON DELETE RESTRICT,
  room_id TEXT REFERENCES room (id) ON DELETE RESTRICT,
  from_date TEXT NOT NULL CHECK (from_date GLOB '????-??-??'),
  kind TEXT NOT NULL CHECK (kind IN ('reception', 'staff', 'key', 'code')),
  key_holder TEXT,
  code TEXT,
  note TEXT,
  version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX access_from ON access (building_id, coalesce(room_id, ''), from_date);

CREATE TABLE equipment (
  id TEXT PRIMARY KEY,
  building_id TEXT NOT NULL REFERENCES building (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity BETWEEN 0 AND 1000),
  archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX equipment_building ON equipment (building_id);

-- The capacity that stood before is the largest safe number; this is the smallest sensible one.
ALTER TABLE room ADD COLUMN least_people INTEGER CHECK (least_people > 0);
ALTER TABLE room ADD COLUMN floor TEXT;
ALTER TABLE room ADD COLUMN phone TEXT;
ALTER TABLE room ADD COLUMN note TEXT;
-- Bookings of it are asked for, and somebody who looks after the building decides.
ALTER TABLE room ADD COLUMN needs_approval INTEGER NOT NULL DEFAULT 0 CHECK (needs_approval IN (0, 1));

-- Which rooms share floor is asked at every booking and changes seldom: kept as rows, made from the rooms each time.
DROP VIEW room_overlap;
CREATE VIEW room_sharing AS
  WITH RECURSIVE inside (room_id, whole_id) AS (
    SELECT id, id FROM room
    UNION
    SELECT inside.room_id, room.part_of_id FROM inside JOIN room ON room.id = inside.whole_id
    WHERE room.part_of_id IS NOT NULL
  )
  SELECT room_id, whole_id AS other_id FROM inside
  UNION
  SELECT whole_id, room_id FROM inside;
CREATE TABLE room_overlap (
  room_id TEXT NOT NULL,
  other_id TEXT NOT NULL,
  PRIMARY KEY (room_id, other_id)
) STRICT, WITHOUT ROWID;
INSERT INTO room_overlap SELECT room_id, other_id FROM room_sharing;
CREATE TRIGGER room_overlap_insert AFTER INSERT ON room BEGIN
  INSERT INTO room_overlap SELECT room_id, other_id FROM room_sharing WHERE NEW.id IN (room_id, other_id);
END;
CREATE TRIGGER room_overlap_update AFTER UPDATE OF part_of_id ON room WHEN OLD.part_of_id IS NOT NEW.part_of_id BEGIN
  DELETE FROM room_overlap;
  INSERT INTO room_overlap SELECT room_id, other_id FROM room_sharing;
END;
CREATE TRIGGER room_overlap_delete AFTER DELETE ON room BEGIN
  DELETE FROM room_overlap WHERE OLD.id IN (room_id, other_id);
END;

CREATE TABLE room_feature (
  id TEXT PRIMARY KEY,
  room_id TEXT NOT NULL REFERENCES room (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  UNIQUE (room_id, name_key)
) STRICT;

-- Whose buildings: an assistant's own, and a facilities officer's half. Nothing chosen is all of them.
CREATE TABLE user_building (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
  building_id TEXT NOT NULL REFERENCES building (id) ON DELETE RESTRICT,
  UNIQUE (user_id, building_id)
) STRICT;
ALTER TABLE user ADD COLUMN half TEXT CHECK (half IN ('east', 'west'));
`,
}
