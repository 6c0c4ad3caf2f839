import { AppError } from '../../shared/errors.ts'
import type { PersonId } from '../../shared/ids.ts'
import { maySeeAlerts, speakTo } from '../../shared/people/alerts.rules.ts'
import type { Actor } from '../context.ts'
import type { Db } from '../store.ts'
import { leadersOf } from './alerts.repository.ts'

/** The person asking, and the day. */
interface Asking {
  readonly actor: Actor
  readonly today: string
}

/** What the person asking may know of an alert: whether they may read it, and whom to speak to otherwise. */
export async function alertStanding(db: Db, { actor, today }: Asking, id: PersonId) {
  const leaders = await leadersOf(db, id, today)
  return {
    leaders: leaders.filter((one) => one.now).map((one) => one.name),
    maySee: maySeeAlerts(
      actor,
      leaders.map((one) => one.staffId),
    ),
  }
}

/** Refuses, with NOT_ALLOWED, all but those who may know what an alert of this person is about. */
export async function refuseOthers(db: Db, asking: Asking, id: PersonId): Promise<void> {
  const { maySee, leaders } = await alertStanding(db, asking, id)
  if (!maySee)
    throw new AppError('NOT_ALLOWED', `What an alert is about is for those who lead this person’s groups, and for managers. ${speakTo(leaders)}`) // prettier-ignore
}
