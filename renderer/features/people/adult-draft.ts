import type { PersonId } from '../../../shared/ids.ts'
import type { Adult } from '../../../shared/people/adults.contract.ts'
import type { Answer } from '../../../shared/people/contact-safety.rules.ts'

/** What is typed about an adult, before it is sent. */
export interface AdultDraft {
  /** Somebody with a record; otherwise only `name` and `phone`. */
  readonly personId: PersonId | null
  readonly name: string
  readonly phone: string
  readonly relation: string
  readonly parentalResponsibility: Answer
  readonly mayCollect: Answer
  readonly emergency: boolean
  readonly note: string
  /** Brothers and sisters whose adult this is too. */
  readonly also: readonly PersonId[]
}

/** The draft begins as the adult is now, or empty. */
export const draftOfAdult = (adult: Adult | undefined): AdultDraft => ({
  personId: adult?.adultId ?? null,
  name: adult?.name ?? '',
  phone: adult?.adultId === null ? (adult.phone ?? '') : '',
  relation: adult?.relation ?? '',
  parentalResponsibility: adult?.parentalResponsibility ?? 'not-asked',
  mayCollect: adult?.mayCollect ?? 'not-asked',
  emergency: (adult?.emergency ?? 0) > 0,
  note: adult?.note ?? '',
  also: [],
})

/** Who was chosen, or only named. */
export const whoOf = ({ personId, name, phone }: AdultDraft) =>
  personId === null ? ({ kind: 'named', name, phone } as const) : ({ kind: 'known', id: personId } as const)
