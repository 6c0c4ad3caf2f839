import type { Migration } from './migration.ts'

/** Measures, what programmes use them, goals and readings. */
export const m0060Outcomes: Migration = {
  number: 60,
  name: 'outcomes',
  sql: `
CREATE TABLE measure (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('goals', 'scale')),
  minimum REAL NOT NULL,
  maximum REAL NOT NULL CHECK (maximum > minimum),
  whole_numbers INTEGER NOT NULL CHECK (whole_numbers IN (0, 1)),
  direction TEXT NOT NULL CHECK (direction IN ('higher-is-better', 'lower-is-better')),
  goal_limit INTEGER NOT NULL CHECK (goal_limit BETWEEN 0 AND 3),
  source TEXT,
  retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE programme_measure (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programme (id) ON DELETE RESTRICT,
  measure_id TEXT NOT NULL REFERENCES measure (id) ON DELETE RESTRICT,
  UNIQUE (programme_id, measure_id)
) STRICT;

CREATE TABLE goal (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES programme_group (id) ON DELETE RESTRICT,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  measure_id TEXT NOT NULL REFERENCES measure (id) ON DELETE RESTRICT,
  item INTEGER NOT NULL CHECK (item BETWEEN 1 AND 3),
  text TEXT NOT NULL,
  UNIQUE (group_id, person_id, measure_id, item)
) STRICT;
CREATE INDEX goal_person ON goal (person_id);

-- Missing is no row, or no value with the reason. It is never 0.
CREATE TABLE reading (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES programme_group (id) ON DELETE RESTRICT,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  measure_id TEXT NOT NULL REFERENCES measure (id) ON DELETE RESTRICT,
  time_point TEXT NOT NULL CHECK (time_point IN ('before', 'during', 'after', 'follow-up')),
  item INTEGER NOT NULL CHECK (item BETWEEN 0 AND 3),
  value REAL,
  not_done_reason TEXT,
  taken_on TEXT NOT NULL CHECK (taken_on GLOB '????-??-??'),
  version INTEGER NOT NULL,
  UNIQUE (group_id, person_id, measure_id, time_point, item),
  CHECK ((value IS NULL) <> (not_done_reason IS NULL))
) STRICT;
CREATE INDEX reading_person ON reading (person_id);
`,
}
