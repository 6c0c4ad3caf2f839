import type { Migration } from './migration.ts'

const addOnly = (table: string) => `
CREATE TRIGGER ${table}_kept BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER ${table}_fixed BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, 'append_only'); END;
-- They are in no journal, and are written under a command all the same.
CREATE TRIGGER ${table}_entered BEFORE INSERT ON ${table} WHEN (SELECT id FROM current_command) IS NULL
BEGIN SELECT RAISE(ABORT, 'outside_a_command'); END;`

/**
 * Measures with scales of their own and editions, readings by whom and how often, forms without a name; and what is
 * kept of reports and files: the weekly count of people waiting, reports that were saved, files that left, layouts.
 */
export const m0140OutcomesInDepth: Migration = {
  number: 140,
  name: 'outcomes-in-depth',
  sql: `
-- What a measure is made of, as shared/outcomes/measure-details.ts has it: read whole, never searched.
ALTER TABLE measure ADD COLUMN details TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details));
ALTER TABLE measure ADD COLUMN edition INTEGER NOT NULL DEFAULT 1 CHECK (edition > 0);

-- How it stood until it was changed: a reading names the edition it was taken by.
CREATE TABLE measure_edition (
  id TEXT PRIMARY KEY,
  measure_id TEXT NOT NULL REFERENCES measure (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number > 0),
  until_date TEXT NOT NULL CHECK (until_date GLOB '????-??-??'),
  content TEXT NOT NULL CHECK (json_valid(content)),
  UNIQUE (measure_id, number)
) STRICT;

CREATE TABLE reading_new (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES programme_group (id) ON DELETE RESTRICT,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  measure_id TEXT NOT NULL REFERENCES measure (id) ON DELETE RESTRICT,
  edition INTEGER NOT NULL DEFAULT 1 CHECK (edition > 0),
  time_point TEXT NOT NULL CHECK (time_point IN ('before', 'during', 'after', 'follow-up')),
  -- Which of several at one time point: reviews are the first, second, third one during.
  round INTEGER NOT NULL DEFAULT 1 CHECK (round BETWEEN 1 AND 99),
  -- Feedback on one session is of that session.
  session_id TEXT REFERENCES session (id) ON DELETE RESTRICT,
  -- 0 is the one number or the total, else the goal or the scale.
  item INTEGER NOT NULL CHECK (item BETWEEN 0 AND 40),
  completed_by TEXT NOT NULL DEFAULT 'not-said' CHECK (completed_by IN ('not-said', 'person', 'parent', 'teacher', 'worker-and-family', 'worker', 'family')),
  -- With whose help: what drifts between workers is told by it.
  taken_by TEXT REFERENCES staff (id) ON DELETE RESTRICT,
  value REAL,
  not_done_reason TEXT,
  -- Why it fell, where the measure asks.
  fall_reason TEXT,
  taken_on TEXT NOT NULL CHECK (taken_on GLOB '????-??-??'),
  version INTEGER NOT NULL,
  CHECK ((value IS NULL) <> (not_done_reason IS NULL))
) STRICT;
INSERT INTO reading_new
  SELECT id, group_id, person_id, measure_id, 1, time_point, 1, NULL, item, 'not-said', NULL, value, not_done_reason, NULL, taken_on, version
  FROM reading;
DROP TABLE reading;
ALTER TABLE reading_new RENAME TO reading;
CREATE UNIQUE INDEX reading_place ON reading (group_id, person_id, measure_id, time_point, round, completed_by, item, coalesce(session_id, ''));
CREATE INDEX reading_person ON reading (person_id);
CREATE INDEX reading_taken ON reading (measure_id, taken_on);

-- Forms that came back without a name: how many gave each answer.
CREATE TABLE feedback_tally (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES programme_group (id) ON DELETE RESTRICT,
  session_id TEXT REFERENCES session (id) ON DELETE RESTRICT,
  measure_id TEXT NOT NULL REFERENCES measure (id) ON DELETE RESTRICT,
  edition INTEGER NOT NULL CHECK (edition > 0),
  item INTEGER NOT NULL CHECK (item BETWEEN 0 AND 40),
  value REAL NOT NULL,
  people INTEGER NOT NULL CHECK (people BETWEEN 1 AND 2000)
) STRICT;
CREATE UNIQUE INDEX feedback_tally_place ON feedback_tally (group_id, coalesce(session_id, ''), measure_id, item, value);

-- How many were asked, where that is not everybody who came.
CREATE TABLE feedback_asked (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES programme_group (id) ON DELETE RESTRICT,
  session_id TEXT REFERENCES session (id) ON DELETE RESTRICT,
  measure_id TEXT NOT NULL REFERENCES measure (id) ON DELETE RESTRICT,
  people INTEGER NOT NULL CHECK (people BETWEEN 0 AND 2000)
) STRICT;
CREATE UNIQUE INDEX feedback_asked_place ON feedback_asked (group_id, coalesce(session_id, ''), measure_id);

-- Who waited, as it was on one day of each week. Frozen: a week that was missed is a gap and is never filled in.
CREATE TABLE waiting_snapshot (
  id TEXT PRIMARY KEY,
  on_date TEXT NOT NULL UNIQUE CHECK (on_date GLOB '????-??-??'),
  taken_at TEXT NOT NULL,
  taken_by TEXT REFERENCES user (id) ON DELETE RESTRICT,
  definitions_version INTEGER NOT NULL
) STRICT;
CREATE TABLE waiting_snapshot_line (
  id TEXT PRIMARY KEY,
  snapshot_id TEXT NOT NULL REFERENCES waiting_snapshot (id) ON DELETE RESTRICT,
  -- All as they were known that day, and bound to no row: taking two people together, or taking a referral back, must
  -- neither change what was counted nor be stopped by it.
  enrolment_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  family_id TEXT,
  group_id TEXT NOT NULL,
  programme_id TEXT NOT NULL,
  building_id TEXT,
  status TEXT NOT NULL CHECK (status IN ('referred', 'waiting', 'offered')),
  since TEXT NOT NULL CHECK (since GLOB '????-??-??')
) STRICT;
CREATE INDEX waiting_snapshot_line_snapshot ON waiting_snapshot_line (snapshot_id);
${addOnly('waiting_snapshot')}${addOnly('waiting_snapshot_line')}

-- What a person asks of a report again and again, under a name; shared ones are everybody's who sees reports.
CREATE TABLE saved_report (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
  report TEXT NOT NULL,
  asked TEXT NOT NULL CHECK (json_valid(asked)),
  version INTEGER NOT NULL,
  UNIQUE (user_id, name_key)
) STRICT;

-- Every file that was made: by its hash the program can say whether it is as it left, and by what was asked what has changed since.
CREATE TABLE file_made (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  asked TEXT NOT NULL CHECK (json_valid(asked)),
  sheets TEXT NOT NULL CHECK (json_valid(sheets)),
  hash TEXT NOT NULL,
  definitions_version INTEGER NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
  -- What stood in it that may come back changed; null for files that never come back.
  baseline TEXT CHECK (json_valid(baseline)),
  -- Makes the pseudonyms of this file, and of no other.
  salt TEXT
) STRICT;
CREATE INDEX file_made_at ON file_made (made_at);
${addOnly('file_made')}

-- The layout of a file that others expect: the headings of an old workbook in their order, the columns of a hand-over.
CREATE TABLE file_layout (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('old-workbook', 'synergy', 'mosaic')),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
  version INTEGER NOT NULL,
  UNIQUE (kind, name_key)
) STRICT;
`,
}
