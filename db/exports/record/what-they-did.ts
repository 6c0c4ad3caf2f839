import { sql } from 'kysely'
import {
  contactOutcomeLabels,
  contactSubjectLabels,
  contactWayLabels,
} from '../../../shared/contacts/contact.ts'
import { enrolmentStatusLabels } from '../../../shared/enrolments/statuses.ts'
import { completerLabels } from '../../../shared/outcomes/measure-details.ts'
import { timePointLabels } from '../../../shared/outcomes/time-points.ts'
import * as measures from '../../outcomes/measures.repository.ts'
import { dateOf, momentOf, numberOf, textOf, type Of, type PartReader } from './reader.ts'

/** Of a query with programme_group in it: all groups, or without those of sensitive programmes. */
const shown = ({ openGroupsOnly }: Of) =>
  openGroupsOnly
    ? sql<boolean>`programme_group.programme_id NOT IN (SELECT id FROM programme WHERE sensitive = 1)`
    : sql<boolean>`1 = 1`

const groups: PartReader = {
  part: 'groups',
  columns: [textOf('Group'), dateOf('On'), textOf('Became'), textOf('Reason'), textOf('Referred by'), dateOf('Referred on'), textOf('Note')], // prettier-ignore
  async rows(db, of) {
    const rows = await db
      .selectFrom('enrolment')
      .innerJoin('programme_group', 'programme_group.id', 'enrolment.group_id')
      .innerJoin('enrolment_event as line', 'line.enrolment_id', 'enrolment.id')
      .where('enrolment.person_id', '=', of.id)
      .where(shown(of))
      .select(['programme_group.name', 'line.on_date', 'line.status', 'line.reason'])
      .select(['enrolment.source', 'enrolment.referred_on', 'enrolment.note'])
      .orderBy('line.on_date')
      .orderBy('line.step')
      .orderBy('enrolment.id')
      .execute()
    return rows.map((row) => [
      row.name,
      row.on_date,
      enrolmentStatusLabels[row.status],
      row.reason,
      row.source,
      row.referred_on,
      row.note,
    ])
  },
}

const attendance: PartReader = {
  part: 'attendance',
  columns: [textOf('Group'), momentOf('Session'), textOf('Mark'), numberOf('Minutes'), textOf('Note')],
  async rows(db, of) {
    const rows = await db
      .selectFrom('mark')
      .innerJoin('session', 'session.id', 'mark.session_id')
      .innerJoin('programme_group', 'programme_group.id', 'session.group_id')
      .innerJoin('mark_code', 'mark_code.id', 'mark.code')
      .where('mark.person_id', '=', of.id)
      .where(shown(of))
      .select(['programme_group.name', 'session.starts_at', 'mark_code.label', 'mark.minutes', 'mark.note'])
      .orderBy('session.starts_at')
      .orderBy('session.id')
      .execute()
    return rows.map((row) => [row.name, row.starts_at, row.label, row.minutes, row.note])
  },
}

const goals: PartReader = {
  part: 'goals',
  columns: [textOf('Group'), numberOf('Goal'), textOf('In their words')],
  async rows(db, of) {
    const rows = await db
      .selectFrom('goal')
      .innerJoin('programme_group', 'programme_group.id', 'goal.group_id')
      .where('goal.person_id', '=', of.id)
      .where(shown(of))
      .select(['programme_group.name', 'goal.item', 'goal.text'])
      .orderBy('goal.group_id')
      .orderBy('goal.measure_id')
      .orderBy('goal.item')
      .execute()
    return rows.map((row) => [row.name, row.item, row.text])
  },
}

const outcomes: PartReader = {
  part: 'outcomes',
  columns: [textOf('Group'), textOf('Measure'), textOf('Of'), textOf('When'), dateOf('On'), numberOf('Number'), textOf('Why there is none'), textOf('Completed by'), textOf('Why it fell')], // prettier-ignore
  async rows(db, of) {
    const known = new Map((await measures.list(db)).map((row) => [row.id, measures.toMeasure(row)]))
    const rows = await db
      .selectFrom('reading')
      .innerJoin('programme_group', 'programme_group.id', 'reading.group_id')
      .where('reading.person_id', '=', of.id)
      .where(shown(of))
      .selectAll('reading')
      .select('programme_group.name as group_name')
      .orderBy('reading.taken_on')
      .orderBy('reading.measure_id')
      .orderBy('reading.item')
      .orderBy('reading.id')
      .execute()
    return rows.map((row) => {
      const measure = known.get(row.measure_id)
      const part = measure?.details.parts.find((one) => one.item === row.item)?.name
      return [
        row.group_name,
        measure?.name ?? null,
        part ?? (measure?.kind === 'goals' ? `Goal ${row.item}` : null),
        timePointLabels[row.time_point],
        row.taken_on,
        row.value,
        row.not_done_reason,
        completerLabels[row.completed_by],
        row.fall_reason,
      ]
    })
  },
}

const contacts: PartReader = {
  part: 'contacts',
  columns: [momentOf('At'), textOf('How'), textOf('About'), textOf('What came of it'), textOf('Group'), textOf('Note'), textOf('Next')], // prettier-ignore
  async rows(db, of) {
    const rows = await db
      .selectFrom('contact')
      .leftJoin('programme_group', 'programme_group.id', 'contact.group_id')
      .where('contact.person_id', '=', of.id)
      .where((eb) => eb.or([eb('contact.group_id', 'is', null), shown(of)]))
      .selectAll('contact')
      .select('programme_group.name as group_name')
      .orderBy('contact.at')
      .orderBy('contact.id')
      .execute()
    return rows.map((row) => [
      row.at,
      contactWayLabels[row.way],
      contactSubjectLabels[row.about],
      contactOutcomeLabels[row.outcome],
      row.group_name,
      row.note,
      row.next_step,
    ])
  },
}

export const partsOfWhatTheyDid = { groups, attendance, goals, outcomes, contacts }
