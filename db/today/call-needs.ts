import type { Call, CallKind } from '../../shared/calls/calls.contract.ts'
import { mayUse } from '../../shared/permissions.ts'
import { count } from '../../shared/text.ts'
import { dayInWords } from '../../shared/time/format.ts'
import type { Today } from '../../shared/today/today.contract.ts'
import type { QueryContext } from '../context.ts'
import type { Whose } from './whose.ts'

type Need = Today['needs'][number]

/** What the calls of each kind are, on one card: `absences` as a kind of call is one as a kind of card. */
interface Card {
  readonly title: (calls: readonly Call[]) => string
  readonly detail: (first: Call, today: string) => string
  readonly action: string
}

/** No name of a person: Today is open at a front desk all day. Who it is stands one key away. */
const cards: Readonly<Record<Exclude<CallKind, 'register-not-taken'>, Card>> = {
  'too-few-adults': {
    title: (calls) => `${count(calls.length, 'session')} without enough adults`,
    detail: (first, today) => `The next is ${first.groupName}, ${dayInWords(first.on, today)}.`,
    action: 'See who leads',
  },
  'offer-lapsing': {
    title: (calls) => `${count(calls.length, 'offer')} about to lapse`,
    detail: (first, today) => `The first is in ${first.groupName}, after ${dayInWords(first.on, today)}.`,
    action: 'Call them',
  },
  absences: {
    title: (calls) => `${count(calls.length, 'person', 'people')} to call who stopped coming`,
    detail: (first, today) =>
      `The first is in ${first.groupName}, last missed on ${dayInWords(first.on, today)}.`,
    action: 'Start calling',
  },
  falling: {
    title: (calls) => `${count(calls.length, 'person comes', 'people come')} less than before`,
    detail: (first) => `The first is in ${first.groupName}.`,
    action: 'See who',
  },
  'under-strength': {
    title: (calls) => `${count(calls.length, 'group')} under strength`,
    detail: (first) => `The first is ${first.groupName}.`,
    action: 'See the groups',
  },
}

/** The card of one kind of call, if there is any, but for those whose place is on another card. */
export type CardOf = (kind: keyof typeof cards, leaveOut?: ReadonlySet<string>) => Need[]

/** A card for each kind of call; none for roles that do not see people. Registers not taken have a card of their own. */
export async function callNeeds(context: QueryContext, { buildingId }: Whose): Promise<CardOf> {
  const { actor, ask, today } = context
  const calls = mayUse(actor.role, 'people.view') ? await ask.calls.list({ buildingId }) : []
  const byKind = Map.groupBy(calls, (call) => call.kind)
  return (kind, leaveOut) => {
    const some = (byKind.get(kind) ?? []).filter((call) => !leaveOut?.has(call.to))
    const [first] = some
    if (first === undefined) return []
    const { title, detail, action } = cards[kind]
    return [{ kind, title: title(some), detail: detail(first, today), action, to: `/calls/${kind}` }]
  }
}
