import type { AppContract } from '../../shared/contract.ts'
import { asOnTheDoor, detailsOnTheDoor } from '../../shared/groups/group.rules.ts'
import type { Group, GroupRow } from '../../shared/groups/groups.contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import { mayUse } from '../../shared/permissions.ts'
import type { Actor, Contexts } from '../context.ts'
import { cancelGroup, listGroups, readGroup, updateGroup } from './groups.service.ts'
import { addInvited, describeSession, listMissed, setInvitees } from './invited.service.ts'
import { listInvited } from './invitees.repository.ts'
import { pauseGroup, resumeGroup } from './pause.service.ts'
import { planAgain } from './plan-again.service.ts'
import { planGroup } from './plan-group.service.ts'
import { readPlan, toPreview } from './plan.service.ts'
import { addSession, cancelSession, moveSession } from './sessions.service.ts'

/** Sensitive groups by what they are about only for those who may see their people. */
const shownTo = <G extends GroupRow>(actor: Actor, group: G): G =>
  mayUse(actor.role, 'people.view') ? group : asOnTheDoor(group)

const wholeShownTo = (actor: Actor, group: Group): Group =>
  mayUse(actor.role, 'people.view') ? group : detailsOnTheDoor(group)

export const groupsHandlers = {
  list: async (context, input) =>
    (await listGroups(context, input)).map((group) => shownTo(context.actor, group)),
  get: async (context, { id }) => wholeShownTo(context.actor, await readGroup(context, id)),
  missed: ({ db, today }, { id }) => listMissed(db, id, today),
  invited: ({ db }, { groupId }) => listInvited(db, groupId),
  previewPlan: async (context, rule) => toPreview(await readPlan(context.db, rule), rule, context),
  planAgain: (context, { id }) => planAgain(context, id),
  plan: (context, input) => planGroup(context, input),
  update: (context, input) => updateGroup(context, input),
  cancel: (context, input) => cancelGroup(context, input),
  pause: (context, input) => pauseGroup(context, input),
  resume: (context, input) => resumeGroup(context, input),
  describeSession: (context, input) => describeSession(context, input),
  addInvited: (context, input) => addInvited(context, input),
  setInvitees: (context, input) => setInvitees(context, input),
  moveSession: (context, input) => moveSession(context, input),
  addSession: (context, input) => addSession(context, input),
  cancelSession: (context, input) => cancelSession(context, input),
} satisfies Handlers<AppContract, Contexts>['groups']
