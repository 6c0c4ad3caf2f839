import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import type { Check } from '../../../shared/enrolments/checks.rules.ts'
import type { GroupId, PersonId } from '../../../shared/ids.ts'
import classes from './enrolments.module.css'

const levelWords: Readonly<Record<Check['level'], string>> = {
  stop: 'Stop. ',
  warn: 'Take care. ',
  say: '',
}

/** What speaks against a place, read again whenever anything changes. */
export const useChecks = (groupId: GroupId, personId: PersonId): readonly Check[] =>
  useQuery(ask('enrolments', 'check', { groupId, personId })).data ?? []

/** Each in words, the most serious first. */
export const Checks = ({ checks }: { checks: readonly Check[] }) =>
  checks.map(({ kind, level, words }) => (
    <div key={kind + words} className={classes.notice} data-level={level}>
      {level !== 'say' && <strong>{levelWords[level]}</strong>}
      {words}
    </div>
  ))

/** Whether a reason is needed to go ahead. */
export const needsReason = (checks: readonly Check[]): boolean => checks.some(({ level }) => level !== 'say')
