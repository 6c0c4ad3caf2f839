import type { Migration } from './migration.ts'

/** Children, parents and families. */
export const m0030People: Migration = {
  number: 30,
  name: 'people',
  sql: `
CREATE TABLE family (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX family_name ON family (name_key);

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  family_id TEXT REFERENCES family (id) ON DELETE RESTRICT,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  known_as TEXT,
  -- Folded: for ordering and for finding. match_key is the name without spaces, for matching with a date
  -- of birth; known_match_key the same by the name they are known by, null where that is no other.
  sort_key TEXT NOT NULL,
  search_key TEXT NOT NULL,
  match_key TEXT NOT NULL,
  known_match_key TEXT,
  date_of_birth TEXT CHECK (date_of_birth GLOB '????-??-??'),
  mosaic_id TEXT,
  phone TEXT,
  safe_to_call TEXT NOT NULL CHECK (safe_to_call IN ('yes', 'no', 'not-asked')),
  allergies TEXT,
  alert INTEGER NOT NULL CHECK (alert IN (0, 1)),
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX person_mosaic ON person (mosaic_id) WHERE mosaic_id IS NOT NULL;
CREATE INDEX person_birth ON person (date_of_birth, match_key) WHERE date_of_birth IS NOT NULL;
CREATE INDEX person_match ON person (match_key);
CREATE INDEX person_known_match ON person (known_match_key) WHERE known_match_key IS NOT NULL;
CREATE INDEX person_sort ON person (sort_key, id);
CREATE INDEX person_family ON person (family_id) WHERE family_id IS NOT NULL;
`,
}
