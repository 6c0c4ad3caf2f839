import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { correct, forGroup, forPerson, log } from './contacts.service.ts'

export const contactsHandlers = {
  log: (context, input) => log(context, input),
  correct: (context, input) => correct(context, input),
  forPerson: (context, input) => forPerson(context, input),
  forGroup: (context, input) => forGroup(context, input),
} satisfies Handlers<AppContract, Contexts>['contacts']
