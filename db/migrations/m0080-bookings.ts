import type { Migration } from './migration.ts'

/**
 * What shared/bookings/held.rules.ts calls being in each other's way: the time that one is held, with its set-up and
 * clear-down, meets the time that people are in the room for the other. Between two bookings the longer of the two
 * gaps is kept, not both.
 */
const noDouble = (when: string) => `
CREATE TRIGGER booking_no_double_${when.split(' ')[0]?.toLowerCase()} BEFORE ${when} ON booking WHEN NEW.status = 'confirmed' BEGIN
  SELECT RAISE(ABORT, 'no_double_booking') WHERE EXISTS (
    SELECT 1 FROM room_overlap JOIN booking AS other ON other.room_id = room_overlap.other_id
    WHERE room_overlap.room_id = NEW.room_id AND other.id <> NEW.id AND other.status = 'confirmed'
      AND other.held_from >= substr(NEW.held_from, 1, 10)
      AND other.held_from < NEW.held_until AND NEW.held_from < other.held_until
      AND ((other.starts_at < NEW.held_until AND NEW.held_from < coalesce(other.ended_at, other.ends_at))
        OR (NEW.starts_at < other.held_until AND other.held_from < coalesce(NEW.ended_at, NEW.ends_at))));
END;`

/**
 * Bookings that are only pencilled in or asked for, of several rooms at once, in a series, checked in, ended early or
 * not used; and a series of any rule. The tables are made anew, because their checks change.
 */
export const m0080Bookings: Migration = {
  number: 80,
  name: 'bookings',
  sql: `
-- The rule as shared/series/series.contract.ts has it: read whole, never searched.
CREATE TABLE series_new (id TEXT PRIMARY KEY, rule TEXT NOT NULL CHECK (json_valid(rule))) STRICT;
INSERT INTO series_new SELECT id, json_object(
  'firstDate', first_date, 'startTime', start_time, 'endTime', end_time,
  'repeats', json_object('kind', 'weeks', 'every', every_weeks, 'weekdays', json_array(weekday)),
  'ends', json_object('kind', 'after', 'sessions', sessions),
  'school', iif(term_time_only, 'term', 'any'),
  'skipBankHolidays', json(iif(skip_bank_holidays, 'true', 'false')),
  'skipClosures', json('true')) FROM series;
DROP TABLE series;
ALTER TABLE series_new RENAME TO series;

-- Why a date was left out, as a kind that can be tried again, beside the words.
ALTER TABLE series_skip ADD COLUMN kind TEXT NOT NULL DEFAULT 'holiday'
  CHECK (kind IN ('holiday', 'bank-holiday', 'closure', 'clash', 'by-hand'));

-- The date that the rule gave: what a session is called in its series, wherever it was moved to.
ALTER TABLE session ADD COLUMN series_date TEXT CHECK (series_date GLOB '????-??-??');
DROP TRIGGER journal_session_update;
UPDATE session SET series_date = substr(starts_at, 1, 10) WHERE series_id IS NOT NULL;

CREATE TABLE booking_new (
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
INSERT INTO booking_new SELECT
  booking.id, room_id, NULL, session_id, NULL, NULL, booking.starts_at, booking.ends_at, setup_minutes, cleardown_minutes,
  held_from, held_until, purpose, title, note, contact, purpose IN ('one-to-one', 'contact'), NULL, NULL,
  iif(cancelled, 'cancelled', 'confirmed'), NULL, cancelled_reason, NULL, NULL,
  coalesce(session.changed_by_hand, 0), coalesce(session.changed_by_hand, 0), 0, NULL, NULL, booking.version
FROM booking LEFT JOIN session ON session.id = booking.session_id;
DROP TABLE booking;
ALTER TABLE booking_new RENAME TO booking;
CREATE INDEX booking_room ON booking (room_id, held_from);
CREATE INDEX booking_held ON booking (held_from);
CREATE UNIQUE INDEX booking_session ON booking (session_id) WHERE session_id IS NOT NULL AND lead_id IS NULL;
CREATE INDEX booking_lead ON booking (lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX booking_series ON booking (series_id, series_date) WHERE series_id IS NOT NULL;
CREATE INDEX booking_undecided ON booking (expires_on) WHERE status IN ('tentative', 'requested');
CREATE INDEX session_series ON session (series_id, series_date) WHERE series_id IS NOT NULL;
${noDouble('INSERT')}
${noDouble('UPDATE OF room_id, starts_at, ends_at, held_from, held_until, ended_at, status')}

CREATE TABLE booking_equipment (
  id TEXT PRIMARY KEY,
  booking_id TEXT NOT NULL REFERENCES booking (id) ON DELETE RESTRICT,
  equipment_id TEXT NOT NULL REFERENCES equipment (id) ON DELETE RESTRICT,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  UNIQUE (booking_id, equipment_id)
) STRICT;
CREATE INDEX booking_equipment_equipment ON booking_equipment (equipment_id);
`,
}
