import type { Migration } from './migration.ts'

/** The catalogue in depth: its sessions by title, who is needed to deliver it, what completing it takes, and how it stood before. */
export const m0100Catalogue: Migration = {
  number: 100,
  name: 'catalogue',
  sql: `
ALTER TABLE programme ADD COLUMN edition INTEGER NOT NULL DEFAULT 1 CHECK (edition > 0);
-- How many of its sessions somebody has to come to; null is not known.
ALTER TABLE programme ADD COLUMN complete_at INTEGER CHECK (complete_at > 0);
ALTER TABLE programme ADD COLUMN staff_needed INTEGER CHECK (staff_needed > 0);
ALTER TABLE programme ADD COLUMN needs_training INTEGER NOT NULL DEFAULT 0 CHECK (needs_training IN (0, 1));
-- No longer offered from this day on; what is planned stays.
ALTER TABLE programme ADD COLUMN retires_on TEXT CHECK (retires_on GLOB '????-??-??');
-- As shared/programmes/room-needs.ts has it.
ALTER TABLE programme ADD COLUMN room_needs TEXT NOT NULL DEFAULT '{"stepFree":false,"features":[],"beside":[]}'
  CHECK (json_valid(room_needs));
-- Run in the same slot: parents beside their children.
ALTER TABLE programme ADD COLUMN linked_programme_id TEXT REFERENCES programme (id) ON DELETE RESTRICT
  CHECK (linked_programme_id <> id);

-- The sessions of the manual, in order. One that is no longer used is retired: sessions delivered name it.
CREATE TABLE programme_session (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programme (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL CHECK (position > 0),
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('group', 'phone', 'home-visit', 'workshop')),
  minutes INTEGER CHECK (minutes > 0),
  retired INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT;
CREATE INDEX programme_session_programme ON programme_session (programme_id, position);

-- How the programme stood until it was changed: a group was planned by the edition it names.
CREATE TABLE programme_edition (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programme (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number > 0),
  until_date TEXT NOT NULL CHECK (until_date GLOB '????-??-??'),
  content TEXT NOT NULL CHECK (json_valid(content)),
  UNIQUE (programme_id, number)
) STRICT;

ALTER TABLE programme_measure ADD COLUMN time_points TEXT NOT NULL DEFAULT '["before","after"]'
  CHECK (json_valid(time_points));

CREATE TABLE staff_training (
  id TEXT PRIMARY KEY,
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  programme_id TEXT NOT NULL REFERENCES programme (id) ON DELETE RESTRICT,
  trained_on TEXT CHECK (trained_on GLOB '????-??-??'),
  expires_on TEXT CHECK (expires_on GLOB '????-??-??'),
  UNIQUE (staff_id, programme_id)
) STRICT;

ALTER TABLE programme_group ADD COLUMN edition INTEGER NOT NULL DEFAULT 1 CHECK (edition > 0);
ALTER TABLE programme_group ADD COLUMN mode TEXT NOT NULL DEFAULT 'in-person'
  CHECK (mode IN ('in-person', 'online', 'phone', 'materials'));
-- The rule it was planned by, which may be changed for this group.
ALTER TABLE programme_group ADD COLUMN complete_at INTEGER CHECK (complete_at > 0);
ALTER TABLE programme_group ADD COLUMN paused_on TEXT CHECK (paused_on GLOB '????-??-??');
ALTER TABLE programme_group ADD COLUMN paused_reason TEXT CHECK ((paused_on IS NULL) = (paused_reason IS NULL));
-- The other group of the pair; each names the other.
ALTER TABLE programme_group ADD COLUMN linked_group_id TEXT REFERENCES programme_group (id) ON DELETE RESTRICT
  CHECK (linked_group_id <> id);

ALTER TABLE session ADD COLUMN topic_id TEXT REFERENCES programme_session (id) ON DELETE RESTRICT;
-- What was delivered, in words: the title of the manual's session as it was then, or typed.
ALTER TABLE session ADD COLUMN topic TEXT;
ALTER TABLE session ADD COLUMN kind TEXT NOT NULL DEFAULT 'group'
  CHECK (kind IN ('group', 'phone', 'home-visit', 'workshop'));
-- Null is the group's own.
ALTER TABLE session ADD COLUMN mode TEXT CHECK (mode IN ('in-person', 'online', 'phone', 'materials'));
ALTER TABLE session ADD COLUMN note TEXT;
ALTER TABLE session ADD COLUMN make_up_for_id TEXT REFERENCES session (id) ON DELETE RESTRICT
  CHECK (make_up_for_id <> id);
-- Only those invited are expected: a call to one family, a make-up session for those who missed one.
ALTER TABLE session ADD COLUMN invited_only INTEGER NOT NULL DEFAULT 0 CHECK (invited_only IN (0, 1));
-- It did not run because the group was paused; resuming brings it back where it can.
ALTER TABLE session ADD COLUMN paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1));

CREATE TABLE session_invitee (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  UNIQUE (session_id, person_id)
) STRICT;
CREATE INDEX session_invitee_person ON session_invitee (person_id);

-- Who delivered it. Nobody recorded is not known, which is not the same as those who lead the group.
CREATE TABLE session_staff (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  part TEXT NOT NULL CHECK (part IN ('lead', 'support', 'volunteer')),
  -- Given in minutes; null is not recorded.
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
  UNIQUE (session_id, staff_id)
) STRICT;
CREATE INDEX session_staff_staff ON session_staff (staff_id);
`,
}
