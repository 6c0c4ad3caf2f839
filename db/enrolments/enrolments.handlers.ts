import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { check } from './checks.service.ts'
import { complete, completion, turnaround } from './completion.service.ts'
import { roster } from './enrolments.service.ts'
import { correctDate, history } from './history.service.ts'
import { accept, endOffer, offer } from './offers.service.ts'
import { household } from './household.service.ts'
import { change, enrol, refer, updateReferral } from './referral.service.ts'
import { readEnrolmentSettings, updateEnrolmentSettings } from './settings.service.ts'
import { stages, waiting } from './waiting.service.ts'

export const enrolmentsHandlers = {
  roster: (context, { groupId, asAt }) => roster(context, groupId, asAt ?? null),
  enrol: (context, input) => enrol(context, input),
  change: (context, input) => change(context, input),
  household: (context, input) => household(context, input),
  refer: (context, input) => refer(context, input),
  updateReferral: (context, input) => updateReferral(context, input),
  waiting: (context, input) => waiting(context, input),
  stages: (context, { groupId }) => stages(context, groupId),
  offer: (context, input) => offer(context, input),
  accept: (context, input) => accept(context, input),
  endOffer: (context, input) => endOffer(context, input),
  check: (context, { groupId, personId }) => check(context, groupId, personId),
  completion: (context, { groupId }) => completion(context, groupId),
  complete: (context, input) => complete(context, input),
  turnaround: (context, { groupId }) => turnaround(context, groupId),
  history: (context, { enrolmentId }) => history(context, enrolmentId),
  correctDate: (context, input) => correctDate(context, input),
  settings: ({ db }) => readEnrolmentSettings(db),
  updateSettings: ({ tx }, input) => updateEnrolmentSettings(tx, input),
} satisfies Handlers<AppContract, Contexts>['enrolments']
