import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import type { Db } from '../store.ts'
import { listBankHolidays, listTerms, toTerm } from './calendar.repository.ts'
import { addBankHoliday, createTerm, removeBankHoliday, removeTerm, updateTerm } from './calendar.service.ts'
import { readSettings, writeSetting } from './settings.repository.ts'

export const settingsHandlers = {
  get: ({ db }) => settings(db),
  async update({ tx }, { serviceName, buildingWord, askAgain, snapshotWeekday, smallNumber }) {
    await writeSetting(tx, 'service-name', serviceName)
    await writeSetting(tx, 'building-word', buildingWord)
    if (askAgain !== undefined) await writeSetting(tx, 'ask-again', askAgain ? 'yes' : 'no')
    if (snapshotWeekday !== undefined) await writeSetting(tx, 'snapshot-weekday', String(snapshotWeekday))
    if (smallNumber !== undefined) await writeSetting(tx, 'small-number', String(smallNumber))
    return settings(tx)
  },
  listTerms: async ({ db }) => (await listTerms(db)).map(toTerm),
  createTerm: (context, input) => createTerm(context, input),
  updateTerm: (context, input) => updateTerm(context, input),
  removeTerm: (context, { id }) => removeTerm(context, id),
  listBankHolidays: ({ db }) => listBankHolidays(db),
  addBankHoliday: (context, input) => addBankHoliday(context, input),
  removeBankHoliday: (context, { date }) => removeBankHoliday(context, date),
} satisfies Handlers<AppContract, Contexts>['settings']

async function settings(db: Db) {
  const { serviceName, buildingWord, askAgain, snapshotWeekday, smallNumber } = await readSettings(db)
  return { serviceName, buildingWord, askAgain, snapshotWeekday, smallNumber }
}
