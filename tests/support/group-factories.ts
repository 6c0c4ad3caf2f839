import type { z } from 'zod'
import type { Group, groupsContract } from '../../shared/groups/groups.contract.ts'
import type { Programme, programmesContract } from '../../shared/programmes/programmes.contract.ts'
import type { ProgrammeId, RoomId } from '../../shared/ids.ts'
import { weekly, type Rule } from '../../shared/series/rule.ts'
import type { Staff } from '../../shared/staff/staff.contract.ts'
import { aBuilding, aRoom } from './booking-factories.ts'
import { terms2026 } from './plan-calendar.ts'
import type { TestCounty } from './test-county.ts'

type Api = Pick<TestCounty, 'api'>

/** Term dates of 2025/26 and of the autumn after it. */
export async function theTerms({ api }: Api): Promise<void> {
  for (const term of terms2026) await api.settings.createTerm({ ...term })
}

/** A programme of the catalogue that a family worker and a youth worker lead together, unless said otherwise. */
export const aProgramme = (
  { api }: Api,
  details: Partial<z.input<typeof programmesContract.create.input>> = {}, // prettier-ignore
): Promise<Programme> =>
  api.programmes.create({
    name: 'Kite flyers',
    publicTitle: 'Tuesday group',
    delivery: 'closed',
    placeKind: 'person',
    ageFrom: null,
    ageTo: null,
    usualSessions: null,
    sessionMinutes: null,
    usualPlaces: null,
    sensitive: false,
    coDelivered: true,
    colour: 'teal',
    ...details,
  })

/** What a form sends back of a programme. */
export const sentBack = ({ edition: _edition, ...fields }: Programme) => fields

/** Somebody who works in the service; a family worker unless said otherwise. */
export const aWorker = (
  { api }: Api,
  name = 'Jo Price',
  stream: Staff['stream'] = 'family',
): Promise<Staff> => api.staff.create({ name, stream })

type PlanInput = z.input<typeof groupsContract.plan.input>

/** A weekly rule in a few words; `rule` itself says any other. */
interface RuleInWords {
  readonly rule?: Rule | undefined
  readonly firstDate?: string | undefined
  /** 1 Monday … 7 Sunday; Tuesday unless said otherwise. */
  readonly weekday?: number | undefined
  readonly startTime?: string | undefined
  readonly endTime?: string | undefined
  readonly everyWeeks?: number | undefined
  readonly sessions?: number | undefined
  readonly termTimeOnly?: boolean | undefined
  readonly skipBankHolidays?: boolean | undefined
}
export type PlanChange = Partial<Omit<PlanInput, 'rule'>> & RuleInWords

const ruleInWords = ({ firstDate = '2026-12-01', weekday = 2, startTime = '10:00', endTime = '12:00', everyWeeks, sessions = 3, termTimeOnly = false, skipBankHolidays = false }: RuleInWords): Rule => ({
  ...weekly({ firstDate, weekday, startTime, endTime, sessions, ...(everyWeeks && { every: everyWeeks }) }),
  school: termTimeOnly ? 'term' : 'any',
  skipBankHolidays,
}) // prettier-ignore

/** What to send to plan three Tuesdays, 10am to midday, from 1 December 2026; change what matters to the test. */
export function aPlan(programmeId: ProgrammeId, roomId: RoomId, change: PlanChange = {}): PlanInput {
  const { rule, firstDate, weekday, startTime, endTime, everyWeeks, sessions, termTimeOnly, skipBankHolidays, ...rest } = change // prettier-ignore
  const words = { firstDate, weekday, startTime, endTime, everyWeeks, sessions, termTimeOnly, skipBankHolidays } // prettier-ignore
  return {
    programmeId,
    roomId,
    rule: rule ?? ruleInWords(words),
    facilitatorIds: [],
    edits: [],
    name: 'Kite flyers, winter',
    publicTitle: 'Tuesday group',
    ...rest,
  }
}

/** The part of a plan that the preview takes. */
export const ruleOf = ({ name: _name, publicTitle: _title, ...rule }: PlanInput) => rule

let places = 0
/** A room in a building that no other has the name of. */
export const aRoomElsewhere = async (county: Api, name = 'Hall') =>
  aRoom(county, { name, buildingId: (await aBuilding(county, `Place ${++places}`)).id })

/** A planned group, in a room and of a programme of its own unless said otherwise. */
export async function aGroup(
  county: Api,
  change: PlanChange & { readonly roomId?: RoomId; readonly programmeId?: ProgrammeId } = {},
): Promise<Group> {
  const roomId = change.roomId ?? (await aRoomElsewhere(county)).id
  const programmeId = change.programmeId ?? (await aProgramme(county)).id
  return county.api.groups.plan(aPlan(programmeId, roomId, change))
}
