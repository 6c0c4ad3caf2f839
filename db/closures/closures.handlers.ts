import { whereInWords } from '../../shared/closures/places.rules.ts'
import { timesInWords } from '../../shared/closures/times.rules.ts'
import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import { found } from '../changed.ts'
import type { Contexts } from '../context.ts'
import { closedBetween } from './between.service.ts'
import { callList } from './call-list.service.ts'
import { findById } from './closures.repository.ts'
import { createClosure, liftClosure, updateClosure } from './closures.service.ts'
import { openDesk } from './desk.service.ts'
import { previewSubject } from './preview.ts'
import { closedTimes, listClosures, readClosure, readPlain } from './read-closures.ts'
import { rehome } from './rehome.service.ts'
import { listUnresolved } from './unresolved.service.ts'

export const closuresHandlers = {
  between: ({ db }, input) => closedBetween(db, input),
  list: (context, input) => listClosures(context, context.db, input),
  get: (context, { id }) => readClosure(context, context.db, id),
  unresolved: (context) => listUnresolved(context, context.db),
  create: (context, input) => createClosure(context, input),
  update: (context, input) => updateClosure(context, input),
  lift: (context, input) => liftClosure(context, input),
  async desk(context, { closureId }) {
    const plain = await readPlain(context.db, found(await findById(context.db, closureId), 'closure'))
    const where = whereInWords(plain.everywhere, plain.places)
    const when = timesInWords(plain.pattern, plain.times)
    return openDesk(context, context.db, { closureId, reason: plain.reason, where, when, closed: closedTimes(plain) }) // prettier-ignore
  },
  previewDesk: async (context, input) =>
    openDesk(context, context.db, await previewSubject(context.db, input)),
  rehome: (context, input) => rehome(context, input),
  callList: (context, { closureId }) => callList(context, closureId),
} satisfies Handlers<AppContract, Contexts>['closures']
