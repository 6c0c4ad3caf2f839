import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import { consentId, type ConsentId } from '../../shared/ids.ts'
import type { consentsOperations } from '../../shared/people/consents.contract.ts'
import { longDate } from '../../shared/time/format.ts'
import { found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { insertConsents, nextStep } from './consents.repository.ts'
import { findById } from './people.repository.ts'

type Input = z.output<(typeof consentsOperations)['recordConsent']['input']>

/** Adds a line for each person and each kind: all of them or none. */
export async function recordConsent(context: CommandContext, input: Input): Promise<ConsentId[]> {
  const { tx, actor, newId } = context
  checkDates(input, context.today)
  const ids: ConsentId[] = []
  for (const personId of new Set(input.personIds)) {
    found(await findById(tx, personId), 'person')
    for (const kind of new Set(input.kinds)) {
      const id = newId(consentId)
      const step = await nextStep(tx, personId, kind, input.onDate)
      await insertConsents(tx, [{ id, person_id: personId, kind, answer: input.answer, on_date: input.onDate, step, given_by: input.givenBy, until_date: input.untilDate ?? null, recorded_by: actor.id }]) // prettier-ignore
      ids.push(id)
    }
  }
  return ids
}

function checkDates({ answer, onDate, untilDate }: Input, today: string): void {
  const refuse = (field: string, problem: string) => {
    throw new AppError('INVALID_INPUT', problem, { fields: { [field]: problem } })
  }
  if (onDate > today) refuse('onDate', `${longDate(onDate)} is still to come. Enter the day on which the answer was given.`) // prettier-ignore
  if (untilDate && answer === 'no') refuse('untilDate', 'A no holds until there is another answer. Leave out its last day.') // prettier-ignore
  if (untilDate && untilDate < onDate) refuse('untilDate', 'The last day is before the day it was given. Check the two dates.') // prettier-ignore
}
