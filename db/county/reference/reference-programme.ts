import type { Programme, ProgrammeSession } from '../../../shared/programmes/programmes.contract.ts'
import { noRoomNeeds } from '../../../shared/programmes/room-needs.ts'

/** A programme to start with. What nobody has said is null, and `source` says what is unconfirmed. */
export type ReferenceProgramme = Omit<
  Programme,
  'id' | 'measures' | 'sessions' | 'linkedProgrammeId' | 'retired' | 'edition' | 'version'
> & {
  /** Those of its sessions that are known by their kind. What the others are called is not published. */
  readonly sessions: readonly Omit<ProgrammeSession, 'id'>[]
  readonly source: string
  /** Whether Goal-based outcomes suits it: people come often enough for a before and an after. */
  readonly goals: boolean
}

const base = {
  audience: null,
  theme: null,
  placeKind: 'person',
  ageFrom: null,
  ageTo: null,
  usualSessions: null,
  sessionMinutes: null,
  usualPlaces: null,
  sensitive: false,
  sessions: [],
  completeAt: null,
  staffNeeded: null,
  needsTraining: false,
  roomNeeds: noRoomNeeds,
  retiresOn: null,
} as const

type Known = Pick<ReferenceProgramme, 'name' | 'colour' | 'source'> & Partial<ReferenceProgramme>

/** People come and go together: a fixed start and end. Group work is generally delivered by two streams. */
export const closedGroup = (known: Known): ReferenceProgramme => ({
  ...base,
  publicTitle: known.name,
  delivery: 'closed',
  coDelivered: true,
  goals: true,
  ...known,
})
/** People join and leave as they need. */
export const openGroup = (known: Known): ReferenceProgramme => ({
  ...closedGroup(known),
  delivery: 'open',
  ...known,
})
/** One meeting that stands alone: there is no before and after to measure. */
export const workshop = (known: Known): ReferenceProgramme => ({
  ...closedGroup(known),
  delivery: 'workshop',
  goals: false,
  ...known,
})
