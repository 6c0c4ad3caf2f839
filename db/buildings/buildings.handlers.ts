import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { list, listLocalities } from './buildings.repository.ts'
import { createBuilding, updateBuilding } from './buildings.service.ts'
import { createRoom, updateRoom } from './rooms.service.ts'

export const buildingsHandlers = {
  listLocalities: ({ db }) => listLocalities(db),
  list: ({ db }, input) => list(db, input),
  create: (context, input) => createBuilding(context, input),
  update: (context, input) => updateBuilding(context, input),
  createRoom: (context, input) => createRoom(context, input),
  updateRoom: (context, input) => updateRoom(context, input),
} satisfies Handlers<AppContract, Contexts>['buildings']
