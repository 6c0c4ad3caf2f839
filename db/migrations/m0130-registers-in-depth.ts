import type { Migration } from './migration.ts'

/** How late, a word about it, heads that have no name, and what was changed in a register after it was complete. */
export const m0130RegistersInDepth: Migration = {
  number: 130,
  name: 'registers-in-depth',
  sql: `
-- How many minutes late, or how many early, by what the letter says.
ALTER TABLE mark ADD COLUMN minutes INTEGER CHECK (minutes BETWEEN 1 AND 600);
ALTER TABLE mark ADD COLUMN note TEXT;

-- Somebody was in touch who did not come: materials sent, a call.
ALTER TABLE mark_code ADD COLUMN contact INTEGER NOT NULL DEFAULT 0 CHECK (contact IN (0, 1) AND (contact = 0 OR attended = 0));
-- They told us: counts in "attended or apologised".
ALTER TABLE mark_code ADD COLUMN apology INTEGER NOT NULL DEFAULT 0 CHECK (apology IN (0, 1) AND (apology = 0 OR (attended = 0 AND expected = 1)));
ALTER TABLE mark_code ADD COLUMN minutes TEXT CHECK (minutes IS NULL OR (minutes IN ('late', 'early') AND attended = 1));
-- The key that gives it; null is its own letter.
ALTER TABLE mark_code ADD COLUMN key TEXT CHECK (length(key) = 1);
ALTER TABLE mark_code ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
DROP TRIGGER journal_mark_code_update;
UPDATE mark_code SET contact = 1 WHERE id = 'M' AND attended = 0;
UPDATE mark_code SET apology = 1 WHERE id = 'A' AND attended = 0 AND expected = 1;
UPDATE mark_code SET minutes = 'late' WHERE id = 'L' AND attended = 1;
UPDATE mark_code SET minutes = 'early' WHERE id = 'E' AND attended = 1;

-- How many were there, all told, those with a name among them. 0 is an answer.
CREATE TABLE session_headcount (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  role TEXT NOT NULL CHECK (role IN ('child', 'adult', 'volunteer')),
  people INTEGER NOT NULL CHECK (people BETWEEN 0 AND 2000),
  UNIQUE (session_id, role)
) STRICT;

-- A mark changed after its register was complete: what it was, what it became (null is not recorded), and why.
CREATE TABLE mark_correction (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  from_code TEXT REFERENCES mark_code (id) ON DELETE RESTRICT,
  to_code TEXT REFERENCES mark_code (id) ON DELETE RESTRICT,
  reason TEXT,
  at TEXT NOT NULL,
  by_user TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX mark_correction_session ON mark_correction (session_id, at);
CREATE INDEX mark_correction_person ON mark_correction (person_id);

-- The register as it stood on a day is read backwards from the journal, one session at a time.
CREATE INDEX journal_mark ON journal (json_extract(coalesce(after, before), '$.session_id')) WHERE table_name = 'mark';
`,
}
