import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { codeOperations } from '../../shared/registers/codes.contract.ts'
import type { markingOperations } from '../../shared/registers/marking.contract.ts'
import type { recordOperations } from '../../shared/registers/record.contract.ts'
import type { Contexts } from '../context.ts'
import { apologise } from './apologies.service.ts'
import { listSettings } from './codes.repository.ts'
import * as codes from './codes.service.ts'
import * as marking from './marking.service.ts'
import * as record from './record.service.ts'

type Part<Operations> = Pick<Handlers<AppContract, Contexts>['registers'], keyof Operations & keyof AppContract['registers']> // prettier-ignore

export const markingHandlers = {
  mark: (context, input) => marking.mark(context, input),
  markMany: (context, { sessionId, personIds, code }) =>
    marking.markMany(context, sessionId, personIds, code),
  async clear(context, { sessionId, personId }) {
    await marking.clear(context, sessionId, personId)
    return null
  },
  async markRest(context, { sessionId, code }) {
    return { marked: await marking.markRest(context, sessionId, code) }
  },
  setNote: (context, { sessionId, personId, note }) => marking.setNote(context, sessionId, personId, note),
  apologise: (context, input) => apologise(context, input),
} satisfies Part<typeof markingOperations>

export const recordHandlers = {
  async setSessionNote(context, input) {
    await record.setSessionNote(context, input)
    return null
  },
  async setMode(context, input) {
    await record.setMode(context, input)
    return null
  },
  async setDelivered(context, input) {
    await record.setDelivered(context, input)
    return null
  },
  async setHeadcount(context, input) {
    await record.setHeadcount(context, input)
    return null
  },
} satisfies Part<typeof recordOperations>

export const codeHandlers = {
  listCodes: ({ db }) => listSettings(db),
  createCode: (context, input) => codes.createCode(context, input),
  updateCode: (context, input) => codes.updateCode(context, input),
  async orderCodes(context, input) {
    await codes.orderCodes(context, input.codes)
    return null
  },
} satisfies Part<typeof codeOperations>
