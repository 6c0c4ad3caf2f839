import { dueOf } from '../../shared/outcomes/due.rules.ts'
import { count } from '../../shared/text.ts'
import { shortDay } from '../../shared/time/format.ts'
import type { Today } from '../../shared/today/today.contract.ts'
import type { QueryContext } from '../context.ts'
import { readDueGroups } from '../outcomes/due.repository.ts'
import { dueState } from '../../shared/outcomes/due.rules.ts'
import { listNearEnd, type EndingGroup } from '../outcomes/overview.repository.ts'
import type { Whose } from './whose.ts'

type Need = Today['needs'][number]

/** More groups than this are one card that says how many. */
const MOST_TOLD = 4

interface Collecting extends EndingGroup {
  readonly overdue: boolean
  /** After measures to collect, and people of whom a before is lacking. */
  readonly afters: number
  readonly befores: number
}

/**
 * After measures to collect, from two sessions before the end of a group until four weeks past it, a card for each group
 * and those overdue first. No name of a person: Today is open at a front desk all day.
 */
export async function measureNeeds({ db, today, localNow }: QueryContext, whose: Whose): Promise<Need[]> {
  const groups = await listNearEnd(db, whose, localNow)
  const known = await readDueGroups(db, groups.map((group) => group.id), today) // prettier-ignore
  const open = groups.flatMap((group): Collecting[] => {
    const rows = known.get(group.id)
    const state = rows && dueState(rows.sessions, localNow).state
    if (!rows || (state !== 'collecting' && state !== 'overdue')) return []
    const { forms } = dueOf(rows, today)
    const afters = forms.filter((form) => form.timePoint === 'after').length
    return afters === 0
      ? []
      : [{ ...group, overdue: state === 'overdue', afters, befores: forms.length - afters }]
  })
  return [...cards(open.filter((one) => one.overdue)), ...cards(open.filter((one) => !one.overdue))]
}

function cards(groups: readonly Collecting[]): Need[] {
  const shown = groups.slice(0, MOST_TOLD).map(cardOf)
  const rest = groups.slice(MOST_TOLD)
  const [next] = rest
  if (next === undefined) return shown
  const kind = kindOf(next)
  const title = next.overdue ? 'After measures missing' : 'After measures to collect'
  return [...shown, { kind, title: `${title} in ${count(rest.length, 'more group')}`, detail: `The next is ${next.name}.`, action: 'See the groups', to: '/outcomes' }] // prettier-ignore
}

const kindOf = ({ overdue }: Collecting) => (overdue ? 'after-measures-missing' : 'after-measures-due')

function cardOf(group: Collecting): Need {
  const { id, name, lastStart, overdue, afters, befores } = group
  const measures = count(afters, 'after measure')
  const nobody = befores === 0 ? '' : ` ${count(befores, 'before measure')} ${befores === 1 ? 'is' : 'are'} missing too.` // prettier-ignore
  return {
    kind: kindOf(group),
    title: overdue ? `${measures} missing in ${name}` : `${measures} to collect in ${name}`,
    detail: overdue
      ? `The group ended on ${shortDay(lastStart)}. Each counts once it has a number, or a reason why there is none.${nobody}`
      : `Last session ${shortDay(lastStart)}.${nobody}`,
    action: overdue ? 'Add the readings' : 'See who',
    to: `/groups/${id}/outcomes`,
  }
}
