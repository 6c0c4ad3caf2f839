import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { addAccess, removeAccess, updateAccess } from './access.service.ts'
import { list, listLocalities } from './buildings.repository.ts'
import { createBuilding, updateBuilding } from './buildings.service.ts'
import { getBuilding } from './details.ts'
import { addEquipment, updateEquipment } from './equipment.service.ts'
import { importList, previewList, readList } from './list.service.ts'
import { addException, openHours, removeException, setOpening, updateException } from './opening.service.ts'
import { createRoom, updateRoom } from './rooms.service.ts'

export const buildingsHandlers = {
  listLocalities: ({ db }) => listLocalities(db),
  list: ({ db }, input) => list(db, input),
  get: (context, input) => getBuilding(context, input),
  create: (context, input) => createBuilding(context, input),
  update: (context, input) => updateBuilding(context, input),
  createRoom: (context, input) => createRoom(context, input),
  updateRoom: (context, input) => updateRoom(context, input),
  openHours: (context, input) => openHours(context, input),
  setOpening: (context, input) => setOpening(context, input),
  addOpeningException: (context, input) => addException(context, input),
  updateOpeningException: (context, input) => updateException(context, input),
  removeOpeningException: (context, input) => removeException(context, input),
  addAccess: (context, input) => addAccess(context, input),
  updateAccess: (context, input) => updateAccess(context, input),
  removeAccess: (context, input) => removeAccess(context, input),
  addEquipment: (context, input) => addEquipment(context, input),
  updateEquipment: (context, input) => updateEquipment(context, input),
  readList: (context, input) => readList(context, input),
  previewList: (context, input) => previewList(context, input),
  importList: (context, input) => importList(context, input),
} satisfies Handlers<AppContract, Contexts>['buildings']
