import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { Adult } from '../../shared/people/adults.contract.ts'
import { speakTo } from '../../shared/people/alerts.rules.ts'
import type { Consent } from '../../shared/people/consents.contract.ts'
import { consentWarning } from '../../shared/people/consents.rules.ts'
import { noCallReason, waysToReach } from '../../shared/people/contact-safety.rules.ts'
import type { Peek } from '../../shared/people/peek.contract.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import { mayBeTold, NOT_TOLD } from '../../shared/people/told.rules.ts'
import { found } from '../changed.ts'
import type { QueryContext } from '../context.ts'
import { adultsOf } from './adults.repository.ts'
import { alertStanding } from './alert-standing.ts'
import { consentsOf } from './consents.repository.ts'
import { apartFrom } from './must-not-meet.repository.ts'
import { findOnRegister, toPerson } from './people.repository.ts'

/** What to know of somebody who is on a register. */
export async function peekAt(
  context: QueryContext,
  { personId, sessionId }: { personId: PersonId; sessionId: SessionId },
): Promise<Peek> {
  const { db, today } = context
  const person = toPerson(found(await findOnRegister(db, personId, sessionId), 'person'))
  const adults = (await adultsOf(db, [personId])).get(personId) ?? []
  const apart = (await apartFrom(db, [personId]))(personId)
  const consents = (await consentsOf(db, [personId], today)).get(personId) ?? []
  const leaders = person.alert ? (await alertStanding(db, context, personId)).leaders : []
  return {
    id: person.id,
    name: displayName(person),
    allergies: person.allergies,
    accessNeeds: person.accessNeeds,
    language: person.language,
    interpreter: person.interpreter,
    alert: person.alert,
    speakTo: person.alert ? speakTo(leaders) : null,
    phone: waysToReach(person).call,
    noCall: noCallReason(person),
    // Nobody whom they must not meet, whatever was said of it before.
    mayCollect: adults.filter((adult) => adult.mayCollect === 'yes' && mayBeTold(adult, apart)).map(shortly),
    mustNotCollect: adults.filter((adult) => adult.mayCollect === 'no').map(shortly),
    emergency: adults.filter((adult) => adult.emergency > 0).map((adult) => ({ ...shortly(adult), ...numberOf(adult, apart) })), // prettier-ignore
    consents: consents.flatMap(warned),
  }
}

const shortly = ({ name, relation }: Adult) => ({ name, relation })

/** Whoever must not be told of somebody is named, so that nobody looks their number up elsewhere to ring them. */
const numberOf = (adult: Adult, apart: ReadonlySet<PersonId>) =>
  mayBeTold(adult, apart)
    ? { phone: adult.phone, noCall: adult.noCall }
    : { phone: null, noCall: adult.noCall ?? NOT_TOLD }

function warned({ kind, state, current }: Consent): Peek['consents'] {
  const words = consentWarning(kind, state, current?.untilDate ?? null)
  return words === null ? [] : [{ kind, state, words }]
}
