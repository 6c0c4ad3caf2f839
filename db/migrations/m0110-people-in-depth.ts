import type { Migration } from './migration.ts'

/** What has to be known of a person to keep them safe, who belongs to them, and records that were found to be one person. */
export const m0110PeopleInDepth: Migration = {
  number: 110,
  name: 'people-in-depth',
  sql: `
ALTER TABLE person ADD COLUMN safe_to_text TEXT NOT NULL DEFAULT 'not-asked' CHECK (safe_to_text IN ('yes', 'no', 'not-asked'));
ALTER TABLE person ADD COLUMN safe_to_write TEXT NOT NULL DEFAULT 'not-asked' CHECK (safe_to_write IN ('yes', 'no', 'not-asked'));
ALTER TABLE person ADD COLUMN email TEXT;
ALTER TABLE person ADD COLUMN address TEXT;
ALTER TABLE person ADD COLUMN postcode TEXT;
ALTER TABLE person ADD COLUMN locality_id TEXT REFERENCES locality (id) ON DELETE RESTRICT;
ALTER TABLE person ADD COLUMN access_needs TEXT;
ALTER TABLE person ADD COLUMN language TEXT;
ALTER TABLE person ADD COLUMN interpreter INTEGER NOT NULL DEFAULT 0 CHECK (interpreter IN (0, 1));
-- The record that this one was found to be the same person as. It keeps nothing of its own and is shown nowhere.
ALTER TABLE person ADD COLUMN merged_into_id TEXT REFERENCES person (id) ON DELETE RESTRICT CHECK (merged_into_id <> id);
CREATE INDEX person_merged ON person (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX person_phone ON person (phone) WHERE phone IS NOT NULL;

-- An adult of a person: somebody who has a record too, or only a name. Who may collect, and who must not.
CREATE TABLE person_adult (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  adult_id TEXT REFERENCES person (id) ON DELETE RESTRICT CHECK (adult_id <> person_id),
  name TEXT,
  phone TEXT,
  relation TEXT NOT NULL,
  parental_responsibility TEXT NOT NULL CHECK (parental_responsibility IN ('yes', 'no', 'not-asked')),
  may_collect TEXT NOT NULL CHECK (may_collect IN ('yes', 'no', 'not-asked')),
  -- 0 is nobody to ring; 1 is rung first.
  emergency INTEGER NOT NULL CHECK (emergency BETWEEN 0 AND 99),
  note TEXT,
  version INTEGER NOT NULL,
  -- The phone of somebody with a record is in their record, with whether it is safe to ring.
  CHECK ((adult_id IS NULL) = (name IS NOT NULL) AND (adult_id IS NULL OR phone IS NULL)),
  UNIQUE (person_id, adult_id)
) STRICT;
CREATE INDEX person_adult_adult ON person_adult (adult_id) WHERE adult_id IS NOT NULL;

-- A dated history: the answer that holds is the last line on or before a day. No line is "not asked".
CREATE TABLE consent (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no')),
  on_date TEXT NOT NULL CHECK (on_date GLOB '????-??-??'),
  step INTEGER NOT NULL,
  given_by TEXT NOT NULL,
  until_date TEXT CHECK (until_date GLOB '????-??-??' AND until_date >= on_date),
  recorded_by TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
  UNIQUE (person_id, kind, on_date, step)
) STRICT;

-- What other systems call a person. The Mosaic ID stands with the person.
CREATE TABLE person_reference (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  system TEXT NOT NULL,
  system_key TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (person_id, system_key)
) STRICT;
CREATE INDEX person_reference_value ON person_reference (value);

-- What an alert is about, for those who lead and manage. person.alert is the neutral marker that everybody sees.
CREATE TABLE alert_note (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  note TEXT NOT NULL,
  on_date TEXT NOT NULL CHECK (on_date GLOB '????-??-??'),
  until_date TEXT CHECK (until_date GLOB '????-??-??'),
  written_by TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX alert_note_person ON alert_note (person_id);

-- Who looked at a person is asked by what they looked at.
CREATE INDEX audit_entry_subject ON audit_entry (subject) WHERE subject IS NOT NULL;

-- Two people who must not be in one group or one building at once. Each pair stands once.
CREATE TABLE must_not_meet (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  other_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT CHECK (person_id < other_id),
  reason TEXT NOT NULL,
  on_date TEXT NOT NULL CHECK (on_date GLOB '????-??-??'),
  until_date TEXT CHECK (until_date GLOB '????-??-??'),
  written_by TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
  version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX must_not_meet_once ON must_not_meet (person_id, other_id) WHERE until_date IS NULL;
CREATE INDEX must_not_meet_other ON must_not_meet (other_id);

-- Somebody looked, and they are two: not asked again.
CREATE TABLE not_the_same (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  other_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT CHECK (person_id < other_id),
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
  UNIQUE (person_id, other_id)
) STRICT;
CREATE INDEX not_the_same_other ON not_the_same (other_id);

-- Two records made one, with all that it takes to make them two again.
CREATE TABLE person_merge (
  id TEXT PRIMARY KEY,
  kept_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  gone_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT CHECK (gone_id <> kept_id),
  merged_at TEXT NOT NULL,
  merged_by TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
  -- As db/people/merge has it.
  moved TEXT NOT NULL CHECK (json_valid(moved))
) STRICT;
CREATE INDEX person_merge_kept ON person_merge (kept_id);
CREATE UNIQUE INDEX person_merge_gone ON person_merge (gone_id);
`,
}
