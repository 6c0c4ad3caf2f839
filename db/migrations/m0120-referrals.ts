import type { Migration } from './migration.ts'

/** From referral to completion: where it came from, what was offered until when, who was passed over and why, and every try to reach somebody. */
export const m0120Referrals: Migration = {
  number: 120,
  name: 'referrals',
  sql: `
-- As what they take part; null is what their age says. Volunteers take no place.
ALTER TABLE enrolment ADD COLUMN role TEXT CHECK (role IN ('child', 'adult', 'volunteer'));
ALTER TABLE enrolment ADD COLUMN source TEXT;
ALTER TABLE enrolment ADD COLUMN referred_on TEXT CHECK (referred_on GLOB '????-??-??');
ALTER TABLE enrolment ADD COLUMN reference TEXT;
-- 0 usual, 1 soon, 2 first.
ALTER TABLE enrolment ADD COLUMN priority INTEGER NOT NULL DEFAULT 0 CHECK (priority BETWEEN 0 AND 2);
ALTER TABLE enrolment ADD COLUMN note TEXT;

-- Why, as one of a few kinds that reports count; the words stand in reason.
ALTER TABLE enrolment_event ADD COLUMN reason_kind TEXT;
-- The last day on which an offer can be taken up.
ALTER TABLE enrolment_event ADD COLUMN expires_on TEXT
  CHECK (expires_on IS NULL OR (expires_on GLOB '????-??-??' AND status = 'offered'));
-- Why they have a place although the group is full, or although something was warned of.
ALTER TABLE enrolment_event ADD COLUMN override_reason TEXT;
ALTER TABLE enrolment_event ADD COLUMN recorded_at TEXT;
ALTER TABLE enrolment_event ADD COLUMN recorded_by TEXT REFERENCES user (id) ON DELETE RESTRICT;

-- Somebody who was before another in the order, and why the place was offered to the other.
CREATE TABLE offer_skip (
  id TEXT PRIMARY KEY,
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id) ON DELETE RESTRICT,
  offered_id TEXT NOT NULL REFERENCES enrolment (id) ON DELETE RESTRICT CHECK (offered_id <> enrolment_id),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  by_user TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX offer_skip_enrolment ON offer_skip (enrolment_id);
CREATE INDEX offer_skip_offered ON offer_skip (offered_id);

-- Every try to reach somebody, whether or not it did.
CREATE TABLE contact (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  group_id TEXT REFERENCES programme_group (id) ON DELETE RESTRICT,
  -- By the wall clock.
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??'),
  way TEXT NOT NULL CHECK (way IN ('phone', 'text', 'letter', 'email', 'visit', 'in-person')),
  about TEXT NOT NULL CHECK (about IN ('waiting', 'offer', 'absence', 'welfare', 'other')),
  outcome TEXT NOT NULL CHECK (outcome IN ('reached', 'message-left', 'no-answer', 'wrong-number', 'sent')),
  note TEXT,
  -- What is to be done next, in words.
  next_step TEXT,
  by_user TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_person ON contact (person_id, at);
CREATE INDEX contact_group ON contact (group_id, at) WHERE group_id IS NOT NULL;

-- What was said about something that waited on Today and is no person's: it does not come back until a day.
CREATE TABLE need_answer (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  answer TEXT NOT NULL,
  until_date TEXT NOT NULL CHECK (until_date GLOB '????-??-??'),
  at TEXT NOT NULL,
  by_user TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX need_answer_subject ON need_answer (kind, subject_id, until_date);
`,
}
