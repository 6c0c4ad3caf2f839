import type { Migration } from './migration.ts'

/** Who belongs to a group, who came, and lists that were read in. */
export const m0050Registers: Migration = {
  number: 50,
  name: 'registers',
  sql: `
CREATE TABLE enrolment (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES programme_group (id) ON DELETE RESTRICT,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  version INTEGER NOT NULL,
  UNIQUE (group_id, person_id)
) STRICT;
CREATE INDEX enrolment_person ON enrolment (person_id);

-- The dated history: the roster as at a day is the last line on or before it. step breaks a tie on one day.
CREATE TABLE enrolment_event (
  id TEXT PRIMARY KEY,
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id) ON DELETE RESTRICT,
  on_date TEXT NOT NULL CHECK (on_date GLOB '????-??-??'),
  step INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('referred', 'waiting', 'offered', 'enrolled', 'completed', 'withdrawn')),
  reason TEXT,
  UNIQUE (enrolment_id, on_date, step)
) STRICT;

-- What a letter in a register means. The id is the letter.
CREATE TABLE mark_code (
  id TEXT PRIMARY KEY CHECK (length(id) = 1),
  label TEXT NOT NULL,
  attended INTEGER NOT NULL CHECK (attended IN (0, 1)),
  expected INTEGER NOT NULL CHECK (expected IN (0, 1)),
  position INTEGER NOT NULL,
  retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
  CHECK (expected = 1 OR attended = 0)
) STRICT;

-- No row is "not recorded", which is never the same as absent.
CREATE TABLE mark (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  code TEXT NOT NULL REFERENCES mark_code (id) ON DELETE RESTRICT,
  marked_at TEXT NOT NULL,
  marked_by TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
  version INTEGER NOT NULL,
  UNIQUE (session_id, person_id)
) STRICT;
CREATE INDEX mark_person ON mark (person_id);

CREATE TABLE import_batch (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES programme_group (id) ON DELETE RESTRICT,
  file_name TEXT,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX import_batch_group ON import_batch (group_id);

-- A row that could not be used, kept as it was, with the reason.
CREATE TABLE import_left_out (
  id TEXT PRIMARY KEY,
  batch_id TEXT NOT NULL REFERENCES import_batch (id) ON DELETE RESTRICT,
  row_number INTEGER NOT NULL,
  cells TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX import_left_out_batch ON import_left_out (batch_id, row_number);
`,
}
