import type { Migration } from './migration.ts'

/** Who did what, and every row it changed. Append-only; see docs/architecture.md, "One journal". */
export const m0010Journal: Migration = {
  number: 10,
  name: 'journal',
  sql: `
CREATE TABLE audit_entry (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  user_id TEXT,
  user_name TEXT NOT NULL,
  operation TEXT NOT NULL,
  -- For a look or a file: what was looked at. Ids only, never a name.
  subject TEXT,
  changes INTEGER NOT NULL,
  -- The command this one is the inverse of; its depth is one more than that one's. Even is done, odd is undone.
  undoes TEXT UNIQUE,
  depth INTEGER NOT NULL,
  root_operation TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_entry_user ON audit_entry (user_id, seq);

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  command_id TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX journal_command ON journal (command_id, seq);
CREATE INDEX journal_row ON journal (row_id, seq);

-- Holds the one command being carried out. Without it no row of any other table can change.
CREATE TABLE current_command (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT) STRICT;
INSERT INTO current_command (one, id) VALUES (1, NULL);

CREATE TRIGGER audit_entry_kept BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER audit_entry_fixed BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER journal_kept BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER journal_fixed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append_only'); END;
`,
}
