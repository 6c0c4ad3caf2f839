import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { findRooms } from './rooms.service.ts'

export const roomsHandlers = {
  find: (context, input) => findRooms(context, input),
} satisfies Handlers<AppContract, Contexts>['rooms']
