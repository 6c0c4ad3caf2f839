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

CREATE TRIGGER audit_entry_fixed BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER audit_entry_kept BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE INDEX audit_entry_subject ON audit_entry (subject) WHERE subject IS NOT NULL;

CREATE INDEX audit_entry_user ON audit_entry (user_id, seq);

CREATE TABLE bank_holiday (id TEXT PRIMARY KEY CHECK (id GLOB '????-??-??'), name TEXT NOT NULL) STRICT;

CREATE TABLE "booking" (
  id TEXT PRIMARY KEY,
  room_id TEXT NOT NULL REFERENCES room (id) ON DELETE RESTRICT,
  -- A further room of the booking it names: one booking, several rooms.
  lead_id TEXT REFERENCES booking (id) ON DELETE RESTRICT CHECK (lead_id <> id),
  session_id TEXT REFERENCES session (id) ON DELETE RESTRICT,
  -- Of a run that is no group's; a group's sessions have their series themselves.
  series_id TEXT REFERENCES series (id) ON DELETE RESTRICT,
  series_date TEXT CHECK (series_date GLOB '????-??-??'),
  starts_at TEXT NOT NULL CHECK (starts_at GLOB '????-??-??T??:??'),
  ends_at TEXT NOT NULL CHECK (ends_at > starts_at AND substr(ends_at, 1, 10) = substr(starts_at, 1, 10)),
  setup_minutes INTEGER NOT NULL CHECK (setup_minutes BETWEEN 0 AND 240),
  cleardown_minutes INTEGER NOT NULL CHECK (cleardown_minutes BETWEEN 0 AND 240),
  -- The time with set-up and clear-down, kept within the day: what double booking is judged by.
  held_from TEXT NOT NULL CHECK (held_from <= starts_at AND substr(held_from, 1, 10) = substr(starts_at, 1, 10)),
  held_until TEXT NOT NULL CHECK (held_until > held_from AND substr(held_until, 1, 10) = substr(starts_at, 1, 10)),
  purpose TEXT NOT NULL CHECK (purpose IN ('session', 'one-to-one', 'contact', 'partner', 'staff', 'other')),
  -- Anybody may read it; the note is for those who look after the booking, and is in no file.
  title TEXT NOT NULL,
  note TEXT,
  contact TEXT,
  -- Its title too is only for those who look after it.
  private INTEGER NOT NULL CHECK (private IN (0, 1)),
  people INTEGER CHECK (people > 0),
  layout TEXT,
  -- Only a confirmed booking holds its room.
  status TEXT NOT NULL CHECK (status IN ('confirmed', 'tentative', 'requested', 'cancelled', 'no-show')),
  expires_on TEXT CHECK (expires_on GLOB '????-??-??'),
  cancelled_reason TEXT,
  -- Why it stands although the room is closed.
  override_reason TEXT,
  booked_by TEXT REFERENCES user (id) ON DELETE RESTRICT,
  -- What was changed on this date alone: a later change to the whole series leaves it.
  own_time INTEGER NOT NULL CHECK (own_time IN (0, 1)),
  own_room INTEGER NOT NULL CHECK (own_room IN (0, 1)),
  own_details INTEGER NOT NULL CHECK (own_details IN (0, 1)),
  checked_in_at TEXT CHECK (checked_in_at GLOB '????-??-??T??:??'),
  -- When the room was given back before its time; the times that were planned stay.
  ended_at TEXT CHECK (ended_at >= starts_at AND ended_at < ends_at),
  version INTEGER NOT NULL,
  CHECK ((purpose = 'session') = (session_id IS NOT NULL)),
  CHECK (ended_at IS NOT NULL OR held_until >= ends_at)
) STRICT;

CREATE INDEX booking_held ON booking (held_from);

CREATE INDEX booking_lead ON booking (lead_id) WHERE lead_id IS NOT NULL;

CREATE TRIGGER booking_no_double_insert BEFORE INSERT ON booking WHEN NEW.status = 'confirmed' BEGIN
  SELECT RAISE(ABORT, 'no_double_booking') WHERE EXISTS (
    SELECT 1 FROM room_overlap JOIN booking AS other ON other.room_id = room_overlap.other_id
    WHERE room_overlap.room_id = NEW.room_id AND other.id <> NEW.id AND other.status = 'confirmed'
      AND other.held_from >= substr(NEW.held_from, 1, 10)
      AND other.held_from < NEW.held_until AND NEW.held_from < other.held_until
      AND ((other.starts_at < NEW.held_until AND NEW.held_from < coalesce(other.ended_at, other.ends_at))
        OR (NEW.starts_at < other.held_until AND other.held_from < coalesce(NEW.ended_at, NEW.ends_at))));
END;

CREATE TRIGGER booking_no_double_update BEFORE UPDATE OF room_id, starts_at, ends_at, held_from, held_until, ended_at, status ON booking WHEN NEW.status = 'confirmed' BEGIN
  SELECT RAISE(ABORT, 'no_double_booking') WHERE EXISTS (
    SELECT 1 FROM room_overlap JOIN booking AS other ON other.room_id = room_overlap.other_id
    WHERE room_overlap.room_id = NEW.room_id AND other.id <> NEW.id AND other.status = 'confirmed'
      AND other.held_from >= substr(NEW.held_from, 1, 10)
      AND other.held_from < NEW.held_until AND NEW.held_from < other.held_until
      AND ((other.starts_at < NEW.held_until AND NEW.held_from < coalesce(other.ended_at, other.ends_at))
        OR (NEW.starts_at < other.held_until AND other.held_from < coalesce(NEW.ended_at, NEW.ends_at))));
END;

CREATE INDEX booking_room ON booking (room_id, held_from);

CREATE INDEX booking_series ON booking (series_id, series_date) WHERE series_id IS NOT NULL;

CREATE UNIQUE INDEX booking_session ON booking (session_id) WHERE session_id IS NOT NULL AND lead_id IS NULL;

CREATE INDEX booking_undecided ON booking (expires_on) WHERE status IN ('tentative', 'requested');

CREATE TABLE booking_equipment (
  id TEXT PRIMARY KEY,
  booking_id TEXT NOT NULL REFERENCES booking (id) ON DELETE RESTRICT,
  equipment_id TEXT NOT NULL REFERENCES equipment (id) ON DELETE RESTRICT,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  UNIQUE (booking_id, equipment_id)
) STRICT;

CREATE INDEX booking_equipment_equipment ON booking_equipment (equipment_id);

CREATE TABLE building (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  locality_id TEXT REFERENCES locality (id) ON DELETE RESTRICT,
  address TEXT,
  phone TEXT,
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
  version INTEGER NOT NULL
, latitude REAL CHECK (latitude BETWEEN -90 AND 90), longitude REAL CHECK (longitude BETWEEN -180 AND 180), opens_on_bank_holidays INTEGER NOT NULL DEFAULT 0 CHECK (opens_on_bank_holidays IN (0, 1)), note TEXT) STRICT;

CREATE TABLE closure (
  id TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  note TEXT,
  everywhere INTEGER NOT NULL CHECK (everywhere IN (0, 1)),
  -- In words, when it repeats: each time is a row of its own.
  pattern TEXT,
  -- When it was lifted, by the wall clock: what was closed until then was closed.
  lifted_at TEXT CHECK (lifted_at GLOB '????-??-??T??:??'),
  lifted_reason TEXT,
  closed_by TEXT REFERENCES user (id) ON DELETE RESTRICT,
  version INTEGER NOT NULL,
  CHECK ((lifted_at IS NULL) = (lifted_reason IS NULL))
) STRICT;

CREATE TABLE closure_choice (
  id TEXT PRIMARY KEY,
  closure_id TEXT NOT NULL REFERENCES closure (id) ON DELETE RESTRICT,
  booking_id TEXT NOT NULL REFERENCES booking (id) ON DELETE RESTRICT,
  did TEXT NOT NULL CHECK (did IN ('move', 'cancel', 'keep')),
  from_room_id TEXT NOT NULL REFERENCES room (id) ON DELETE RESTRICT,
  UNIQUE (closure_id, booking_id)
) STRICT;

CREATE INDEX closure_choice_booking ON closure_choice (booking_id);

CREATE TABLE closure_place (
  id TEXT PRIMARY KEY,
  closure_id TEXT NOT NULL REFERENCES closure (id) ON DELETE RESTRICT,
  building_id TEXT NOT NULL REFERENCES building (id) ON DELETE RESTRICT,
  room_id TEXT REFERENCES room (id) ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX closure_place_once ON closure_place (closure_id, building_id, coalesce(room_id, ''));

CREATE TABLE closure_time (
  id TEXT PRIMARY KEY,
  closure_id TEXT NOT NULL REFERENCES closure (id) ON DELETE RESTRICT,
  starts_at TEXT NOT NULL CHECK (starts_at GLOB '????-??-??T??:??'),
  ends_at TEXT NOT NULL CHECK (ends_at GLOB '????-??-??T??:??' AND ends_at > starts_at),
  UNIQUE (closure_id, starts_at)
) STRICT;

CREATE INDEX closure_time_ends ON closure_time (ends_at, starts_at);

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

CREATE INDEX contact_group ON contact (group_id, at) WHERE group_id IS NOT NULL;

CREATE INDEX contact_person ON contact (person_id, at);

CREATE TABLE credential (
  id TEXT PRIMARY KEY REFERENCES user (id) ON DELETE CASCADE,
  passphrase_hash TEXT NOT NULL,
  last_signed_in_at TEXT
) STRICT;

CREATE TABLE current_command (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT) STRICT;

CREATE TABLE enrolment (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES programme_group (id) ON DELETE RESTRICT,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  version INTEGER NOT NULL, role TEXT CHECK (role IN ('child', 'adult', 'volunteer')), source TEXT, referred_on TEXT CHECK (referred_on GLOB '????-??-??'), reference TEXT, priority INTEGER NOT NULL DEFAULT 0 CHECK (priority BETWEEN 0 AND 2), note TEXT,
  UNIQUE (group_id, person_id)
) STRICT;

CREATE INDEX enrolment_person ON enrolment (person_id);

CREATE TABLE enrolment_event (
  id TEXT PRIMARY KEY,
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id) ON DELETE RESTRICT,
  on_date TEXT NOT NULL CHECK (on_date GLOB '????-??-??'),
  step INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('referred', 'waiting', 'offered', 'enrolled', 'completed', 'withdrawn')),
  reason TEXT, reason_kind TEXT, expires_on TEXT
  CHECK (expires_on IS NULL OR (expires_on GLOB '????-??-??' AND status = 'offered')), override_reason TEXT, recorded_at TEXT, recorded_by TEXT REFERENCES user (id) ON DELETE RESTRICT,
  UNIQUE (enrolment_id, on_date, step)
) STRICT;

CREATE TABLE equipment (
  id TEXT PRIMARY KEY,
  building_id TEXT NOT NULL REFERENCES building (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity BETWEEN 0 AND 1000),
  archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
  version INTEGER NOT NULL
) STRICT;

CREATE INDEX equipment_building ON equipment (building_id);

CREATE TABLE family (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

CREATE INDEX family_name ON family (name_key);

CREATE TABLE feedback_asked (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES programme_group (id) ON DELETE RESTRICT,
  session_id TEXT REFERENCES session (id) ON DELETE RESTRICT,
  measure_id TEXT NOT NULL REFERENCES measure (id) ON DELETE RESTRICT,
  people INTEGER NOT NULL CHECK (people BETWEEN 0 AND 2000)
) STRICT;

CREATE UNIQUE INDEX feedback_asked_place ON feedback_asked (group_id, coalesce(session_id, ''), measure_id);

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

CREATE TRIGGER file_made_entered BEFORE INSERT ON file_made WHEN (SELECT id FROM current_command) IS NULL
BEGIN SELECT RAISE(ABORT, 'outside_a_command'); END;

CREATE TRIGGER file_made_fixed BEFORE UPDATE ON file_made BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER file_made_kept BEFORE DELETE ON file_made BEGIN SELECT RAISE(ABORT, 'append_only'); END;

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

CREATE TABLE group_facilitator (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES programme_group (id) ON DELETE RESTRICT,
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  UNIQUE (group_id, staff_id)
) STRICT;

CREATE INDEX group_facilitator_staff ON group_facilitator (staff_id);

CREATE TABLE import_batch (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES programme_group (id) ON DELETE RESTRICT,
  file_name TEXT,
  at TEXT NOT NULL
) STRICT;

CREATE INDEX import_batch_group ON import_batch (group_id);

CREATE TABLE import_left_out (
  id TEXT PRIMARY KEY,
  batch_id TEXT NOT NULL REFERENCES import_batch (id) ON DELETE RESTRICT,
  row_number INTEGER NOT NULL,
  cells TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE INDEX import_left_out_batch ON import_left_out (batch_id, row_number);

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  command_id TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;

CREATE INDEX journal_command ON journal (command_id, seq);

CREATE TRIGGER journal_fixed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER journal_kept BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE INDEX journal_mark ON journal (json_extract(coalesce(after, before), '$.session_id')) WHERE table_name = 'mark';

CREATE INDEX journal_row ON journal (row_id, seq);

CREATE TABLE locality (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  half TEXT NOT NULL CHECK (half IN ('east', 'west'))
) STRICT;

CREATE TABLE locality_alias (
  id TEXT PRIMARY KEY,
  locality_id TEXT NOT NULL REFERENCES locality (id) ON DELETE RESTRICT,
  alias TEXT NOT NULL,
  alias_key TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE mark (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  code TEXT NOT NULL REFERENCES mark_code (id) ON DELETE RESTRICT,
  marked_at TEXT NOT NULL,
  marked_by TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
  version INTEGER NOT NULL, minutes INTEGER CHECK (minutes BETWEEN 1 AND 600), note TEXT,
  UNIQUE (session_id, person_id)
) STRICT;

CREATE INDEX mark_person ON mark (person_id);

CREATE TABLE mark_code (
  id TEXT PRIMARY KEY CHECK (length(id) = 1),
  label TEXT NOT NULL,
  attended INTEGER NOT NULL CHECK (attended IN (0, 1)),
  expected INTEGER NOT NULL CHECK (expected IN (0, 1)),
  position INTEGER NOT NULL,
  retired INTEGER NOT NULL CHECK (retired IN (0, 1)), contact INTEGER NOT NULL DEFAULT 0 CHECK (contact IN (0, 1) AND (contact = 0 OR attended = 0)), apology INTEGER NOT NULL DEFAULT 0 CHECK (apology IN (0, 1) AND (apology = 0 OR (attended = 0 AND expected = 1))), minutes TEXT CHECK (minutes IS NULL OR (minutes IN ('late', 'early') AND attended = 1)), key TEXT CHECK (length(key) = 1), version INTEGER NOT NULL DEFAULT 1,
  CHECK (expected = 1 OR attended = 0)
) STRICT;

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

CREATE INDEX mark_correction_person ON mark_correction (person_id);

CREATE INDEX mark_correction_session ON mark_correction (session_id, at);

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
, details TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details)), edition INTEGER NOT NULL DEFAULT 1 CHECK (edition > 0)) STRICT;

CREATE TABLE measure_edition (
  id TEXT PRIMARY KEY,
  measure_id TEXT NOT NULL REFERENCES measure (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number > 0),
  until_date TEXT NOT NULL CHECK (until_date GLOB '????-??-??'),
  content TEXT NOT NULL CHECK (json_valid(content)),
  UNIQUE (measure_id, number)
) STRICT;

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

CREATE TABLE not_the_same (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  other_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT CHECK (person_id < other_id),
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
  UNIQUE (person_id, other_id)
) STRICT;

CREATE INDEX not_the_same_other ON not_the_same (other_id);

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

CREATE TABLE opening_hours (
  id TEXT PRIMARY KEY,
  building_id TEXT NOT NULL REFERENCES building (id) ON DELETE RESTRICT,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  opens TEXT NOT NULL CHECK (opens GLOB '??:??'),
  closes TEXT NOT NULL CHECK (closes GLOB '??:??' AND closes > opens),
  UNIQUE (building_id, weekday, opens)
) STRICT;

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
, safe_to_text TEXT NOT NULL DEFAULT 'not-asked' CHECK (safe_to_text IN ('yes', 'no', 'not-asked')), safe_to_write TEXT NOT NULL DEFAULT 'not-asked' CHECK (safe_to_write IN ('yes', 'no', 'not-asked')), email TEXT, address TEXT, postcode TEXT, locality_id TEXT REFERENCES locality (id) ON DELETE RESTRICT, access_needs TEXT, language TEXT, interpreter INTEGER NOT NULL DEFAULT 0 CHECK (interpreter IN (0, 1)), merged_into_id TEXT REFERENCES person (id) ON DELETE RESTRICT CHECK (merged_into_id <> id)) STRICT;

CREATE INDEX person_birth ON person (date_of_birth, match_key) WHERE date_of_birth IS NOT NULL;

CREATE INDEX person_family ON person (family_id) WHERE family_id IS NOT NULL;

CREATE INDEX person_known_match ON person (known_match_key) WHERE known_match_key IS NOT NULL;

CREATE INDEX person_match ON person (match_key);

CREATE INDEX person_merged ON person (merged_into_id) WHERE merged_into_id IS NOT NULL;

CREATE UNIQUE INDEX person_mosaic ON person (mosaic_id) WHERE mosaic_id IS NOT NULL;

CREATE INDEX person_phone ON person (phone) WHERE phone IS NOT NULL;

CREATE INDEX person_sort ON person (sort_key, id);

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

CREATE TABLE person_merge (
  id TEXT PRIMARY KEY,
  kept_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  gone_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT CHECK (gone_id <> kept_id),
  merged_at TEXT NOT NULL,
  merged_by TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
  -- As db/people/merge has it.
  moved TEXT NOT NULL CHECK (json_valid(moved))
) STRICT;

CREATE UNIQUE INDEX person_merge_gone ON person_merge (gone_id);

CREATE INDEX person_merge_kept ON person_merge (kept_id);

CREATE TABLE person_reference (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  system TEXT NOT NULL,
  system_key TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (person_id, system_key)
) STRICT;

CREATE INDEX person_reference_value ON person_reference (value);

CREATE TABLE programme (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  public_title TEXT NOT NULL,
  audience TEXT,
  theme TEXT,
  delivery TEXT NOT NULL CHECK (delivery IN ('closed', 'open', 'workshop')),
  place_kind TEXT NOT NULL CHECK (place_kind IN ('person', 'family')),
  age_from INTEGER,
  age_to INTEGER CHECK (age_to >= age_from),
  usual_sessions INTEGER,
  session_minutes INTEGER,
  usual_places INTEGER,
  sensitive INTEGER NOT NULL CHECK (sensitive IN (0, 1)),
  co_delivered INTEGER NOT NULL CHECK (co_delivered IN (0, 1)),
  colour TEXT NOT NULL,
  source TEXT,
  retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
  version INTEGER NOT NULL
, edition INTEGER NOT NULL DEFAULT 1 CHECK (edition > 0), complete_at INTEGER CHECK (complete_at > 0), staff_needed INTEGER CHECK (staff_needed > 0), needs_training INTEGER NOT NULL DEFAULT 0 CHECK (needs_training IN (0, 1)), retires_on TEXT CHECK (retires_on GLOB '????-??-??'), room_needs TEXT NOT NULL DEFAULT '{"stepFree":false,"features":[],"beside":[]}'
  CHECK (json_valid(room_needs)), linked_programme_id TEXT REFERENCES programme (id) ON DELETE RESTRICT
  CHECK (linked_programme_id <> id)) STRICT;

CREATE TABLE programme_edition (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programme (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number > 0),
  until_date TEXT NOT NULL CHECK (until_date GLOB '????-??-??'),
  content TEXT NOT NULL CHECK (json_valid(content)),
  UNIQUE (programme_id, number)
) STRICT;

CREATE TABLE programme_group (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programme (id) ON DELETE RESTRICT,
  series_id TEXT REFERENCES series (id) ON DELETE RESTRICT,
  building_id TEXT REFERENCES building (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  public_title TEXT NOT NULL,
  capacity INTEGER CHECK (capacity > 0),
  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
  cancelled_reason TEXT,
  version INTEGER NOT NULL
, edition INTEGER NOT NULL DEFAULT 1 CHECK (edition > 0), mode TEXT NOT NULL DEFAULT 'in-person'
  CHECK (mode IN ('in-person', 'online', 'phone', 'materials')), complete_at INTEGER CHECK (complete_at > 0), paused_on TEXT CHECK (paused_on GLOB '????-??-??'), paused_reason TEXT CHECK ((paused_on IS NULL) = (paused_reason IS NULL)), linked_group_id TEXT REFERENCES programme_group (id) ON DELETE RESTRICT
  CHECK (linked_group_id <> id)) STRICT;

CREATE INDEX programme_group_building ON programme_group (building_id);

CREATE INDEX programme_group_programme ON programme_group (programme_id);

CREATE TABLE programme_measure (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programme (id) ON DELETE RESTRICT,
  measure_id TEXT NOT NULL REFERENCES measure (id) ON DELETE RESTRICT, time_points TEXT NOT NULL DEFAULT '["before","after"]'
  CHECK (json_valid(time_points)),
  UNIQUE (programme_id, measure_id)
) STRICT;

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

CREATE TABLE "reading" (
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

CREATE INDEX reading_person ON reading (person_id);

CREATE UNIQUE INDEX reading_place ON reading (group_id, person_id, measure_id, time_point, round, completed_by, item, coalesce(session_id, ''));

CREATE INDEX reading_taken ON reading (measure_id, taken_on);

CREATE TABLE room (
  id TEXT PRIMARY KEY,
  building_id TEXT NOT NULL REFERENCES building (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  capacity INTEGER CHECK (capacity > 0),
  step_free INTEGER CHECK (step_free IN (0, 1)),
  setup_minutes INTEGER NOT NULL CHECK (setup_minutes BETWEEN 0 AND 240),
  cleardown_minutes INTEGER NOT NULL CHECK (cleardown_minutes BETWEEN 0 AND 240),
  part_of_id TEXT REFERENCES room (id) ON DELETE RESTRICT CHECK (part_of_id <> id),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
  version INTEGER NOT NULL
, least_people INTEGER CHECK (least_people > 0), floor TEXT, phone TEXT, note TEXT, needs_approval INTEGER NOT NULL DEFAULT 0 CHECK (needs_approval IN (0, 1))) STRICT;

CREATE INDEX room_building ON room (building_id);

CREATE TRIGGER room_overlap_delete AFTER DELETE ON room BEGIN
  DELETE FROM room_overlap WHERE OLD.id IN (room_id, other_id);
END;

CREATE TRIGGER room_overlap_insert AFTER INSERT ON room BEGIN
  INSERT INTO room_overlap SELECT room_id, other_id FROM room_sharing WHERE NEW.id IN (room_id, other_id);
END;

CREATE TRIGGER room_overlap_update AFTER UPDATE OF part_of_id ON room WHEN OLD.part_of_id IS NOT NEW.part_of_id BEGIN
  DELETE FROM room_overlap;
  INSERT INTO room_overlap SELECT room_id, other_id FROM room_sharing;
END;

CREATE INDEX room_part_of ON room (part_of_id) WHERE part_of_id IS NOT NULL;

CREATE TABLE room_feature (
  id TEXT PRIMARY KEY,
  room_id TEXT NOT NULL REFERENCES room (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  UNIQUE (room_id, name_key)
) STRICT;

CREATE TABLE room_overlap (
  room_id TEXT NOT NULL,
  other_id TEXT NOT NULL,
  PRIMARY KEY (room_id, other_id)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE saved_view (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  screen TEXT NOT NULL CHECK (screen IN ('rooms', 'calendar')),
  -- What it shows, as shared/views/views.contract.ts has it.
  state TEXT NOT NULL CHECK (json_valid(state)),
  version INTEGER NOT NULL,
  UNIQUE (user_id, screen, name_key)
) STRICT;

CREATE TABLE "series" (id TEXT PRIMARY KEY, rule TEXT NOT NULL CHECK (json_valid(rule))) STRICT;

CREATE TABLE series_skip (
  id TEXT PRIMARY KEY,
  series_id TEXT NOT NULL REFERENCES series (id) ON DELETE RESTRICT,
  date TEXT NOT NULL CHECK (date GLOB '????-??-??'),
  reason TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'holiday'
  CHECK (kind IN ('holiday', 'bank-holiday', 'closure', 'clash', 'by-hand')),
  UNIQUE (series_id, date)
) STRICT;

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES programme_group (id) ON DELETE RESTRICT,
  series_id TEXT REFERENCES series (id) ON DELETE RESTRICT,
  starts_at TEXT NOT NULL CHECK (starts_at GLOB '????-??-??T??:??'),
  ends_at TEXT NOT NULL CHECK (ends_at > starts_at AND substr(ends_at, 1, 10) = substr(starts_at, 1, 10)),
  did_not_run INTEGER NOT NULL CHECK (did_not_run IN (0, 1)),
  reason TEXT,
  changed_by_hand INTEGER NOT NULL CHECK (changed_by_hand IN (0, 1)),
  register_completed_at TEXT,
  register_completed_by TEXT REFERENCES user (id) ON DELETE RESTRICT,
  version INTEGER NOT NULL, series_date TEXT CHECK (series_date GLOB '????-??-??'), topic_id TEXT REFERENCES programme_session (id) ON DELETE RESTRICT, topic TEXT, kind TEXT NOT NULL DEFAULT 'group'
  CHECK (kind IN ('group', 'phone', 'home-visit', 'workshop')), mode TEXT CHECK (mode IN ('in-person', 'online', 'phone', 'materials')), note TEXT, make_up_for_id TEXT REFERENCES session (id) ON DELETE RESTRICT
  CHECK (make_up_for_id <> id), invited_only INTEGER NOT NULL DEFAULT 0 CHECK (invited_only IN (0, 1)), paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
  CHECK (did_not_run = 0 OR register_completed_at IS NULL)
) STRICT;

CREATE INDEX session_group ON session (group_id, starts_at);

CREATE INDEX session_owed ON session (starts_at) WHERE did_not_run = 0 AND register_completed_at IS NULL;

CREATE INDEX session_series ON session (series_id, series_date) WHERE series_id IS NOT NULL;

CREATE INDEX session_starts ON session (starts_at);

CREATE TABLE session_headcount (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  role TEXT NOT NULL CHECK (role IN ('child', 'adult', 'volunteer')),
  people INTEGER NOT NULL CHECK (people BETWEEN 0 AND 2000),
  UNIQUE (session_id, role)
) STRICT;

CREATE TABLE session_invitee (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  UNIQUE (session_id, person_id)
) STRICT;

CREATE INDEX session_invitee_person ON session_invitee (person_id);

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

CREATE TABLE setting (id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  job_title TEXT,
  stream TEXT NOT NULL CHECK (stream IN ('family', 'youth-justice', 'central', 'volunteer', 'partner')),
  locality_id TEXT REFERENCES locality (id) ON DELETE RESTRICT,
  phone TEXT,
  email TEXT,
  archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE staff_training (
  id TEXT PRIMARY KEY,
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  programme_id TEXT NOT NULL REFERENCES programme (id) ON DELETE RESTRICT,
  trained_on TEXT CHECK (trained_on GLOB '????-??-??'),
  expires_on TEXT CHECK (expires_on GLOB '????-??-??'),
  UNIQUE (staff_id, programme_id)
) STRICT;

CREATE TABLE term (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  starts_on TEXT NOT NULL CHECK (starts_on GLOB '????-??-??'),
  ends_on TEXT NOT NULL CHECK (ends_on GLOB '????-??-??' AND ends_on >= starts_on),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE user (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('assistant', 'facilitator', 'facilities', 'manager', 'administrator')),
  staff_id TEXT REFERENCES staff (id) ON DELETE RESTRICT,
  disabled INTEGER NOT NULL CHECK (disabled IN (0, 1)),
  version INTEGER NOT NULL
, half TEXT CHECK (half IN ('east', 'west'))) STRICT;

CREATE TABLE user_building (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
  building_id TEXT NOT NULL REFERENCES building (id) ON DELETE RESTRICT,
  UNIQUE (user_id, building_id)
) STRICT;

CREATE TABLE waiting_snapshot (
  id TEXT PRIMARY KEY,
  on_date TEXT NOT NULL UNIQUE CHECK (on_date GLOB '????-??-??'),
  taken_at TEXT NOT NULL,
  taken_by TEXT REFERENCES user (id) ON DELETE RESTRICT,
  definitions_version INTEGER NOT NULL
) STRICT;

CREATE TRIGGER waiting_snapshot_entered BEFORE INSERT ON waiting_snapshot WHEN (SELECT id FROM current_command) IS NULL
BEGIN SELECT RAISE(ABORT, 'outside_a_command'); END;

CREATE TRIGGER waiting_snapshot_fixed BEFORE UPDATE ON waiting_snapshot BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER waiting_snapshot_kept BEFORE DELETE ON waiting_snapshot BEGIN SELECT RAISE(ABORT, 'append_only'); END;

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

CREATE TRIGGER waiting_snapshot_line_entered BEFORE INSERT ON waiting_snapshot_line WHEN (SELECT id FROM current_command) IS NULL
BEGIN SELECT RAISE(ABORT, 'outside_a_command'); END;

CREATE TRIGGER waiting_snapshot_line_fixed BEFORE UPDATE ON waiting_snapshot_line BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER waiting_snapshot_line_kept BEFORE DELETE ON waiting_snapshot_line BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE INDEX waiting_snapshot_line_snapshot ON waiting_snapshot_line (snapshot_id);
