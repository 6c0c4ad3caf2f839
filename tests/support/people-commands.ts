import type { PersonAdultId } from '../../shared/ids.ts'
import { anAlert } from './alert-factories.ts'
import type { Case } from './command-case.ts'
import { aConsent, aFamily, anAdult, aPerson } from './people-factories.ts'
import { at } from './register-factories.ts'

/** The commands of people, families, consents and alerts: see every-command.ts. */
export const peopleCommands: Readonly<Record<string, Case>> = {
  'people.create': async (county) => () =>
    aPerson(county, { firstName: 'Ó’Brían', knownAs: 'Bri', allergies: 'Nuts\neggs', references: [{ system: 'Core+', value: '1' }], family: { kind: 'new', name: 'O’Neill' } }), // prettier-ignore
  'people.update': async (county) => {
    const { id, version } = await aPerson(county, { references: [{ system: 'Core+', value: '1' }, { system: 'Synergy', value: '2' }] }) // prettier-ignore
    const change = { firstName: 'Amelia', lastName: 'Shah', family: { kind: 'new', name: 'Shah' } } as const
    const references = [{ system: 'core+', value: '3' }]
    return () => county.api.people.update({ id, version, ...change, references })
  },
  'people.addAdult': async (county) => {
    const { mia, leo, asha } = await aFamily(county)
    const who = { kind: 'known', id: asha.id } as const
    return () => anAdult(county, mia, { personIds: [mia.id, leo.id], who })
  },
  'people.changeAdult': async (county) => {
    const { id } = at(await anAdult(county, await aPerson(county)), 0)
    const change = {
      relation: 'Guardian',
      named: { name: 'June Shah', phone: null },
      mayCollect: 'no',
    } as const
    return () => county.api.people.changeAdult({ id, version: 1, ...change })
  },
  'people.removeAdult': async (county) => {
    const { id } = at(await anAdult(county, await aPerson(county)), 0)
    return () => county.api.people.removeAdult({ id, version: 1 })
  },
  'people.setEmergencyOrder': async (county) => {
    const mia = await aPerson(county)
    const ids: PersonAdultId[] = []
    for (const name of ['One', 'Two'])
      ids.push(at(await anAdult(county, mia, { who: { kind: 'named', name }, emergency: true }), 0).id)
    return () => county.api.people.setEmergencyOrder({ id: mia.id, adults: ids.toReversed() })
  },
  'people.renameFamily': async (county) => {
    const { familyId } = await aFamily(county)
    return () => county.api.people.renameFamily({ id: familyId, version: 1, name: 'Shah' })
  },
  'people.moveToFamily': async (county) => {
    const { leo } = await aFamily(county)
    const family = { kind: 'new', name: 'Shah' } as const
    return () => county.api.people.moveToFamily({ id: leo.id, version: 1, family })
  },
  'people.recordConsent': async (county) => {
    const { mia, leo } = await aFamily(county)
    await aConsent(county, mia)
    return () => aConsent(county, mia, { personIds: [mia.id, leo.id], answer: 'no' })
  },
  'people.addAlert': async (county) => {
    const mia = await aPerson(county)
    return () => anAlert(county, mia)
  },
  'people.endAlert': async (county) => {
    const { id } = await anAlert(county, await aPerson(county))
    return () => county.api.people.endAlert({ id, version: 1, onDate: '2026-11-23' })
  },
  'people.addMustNotMeet': async (county) => {
    const { mia, leo } = await aFamily(county)
    const pair = { id: mia.id, otherId: leo.id, reason: 'A court order', onDate: '2026-11-20' }
    return () => county.api.people.addMustNotMeet(pair)
  },
  'people.endMustNotMeet': async (county) => {
    const { mia, leo } = await aFamily(county)
    const { id } = await county.api.people.addMustNotMeet({ id: mia.id, otherId: leo.id, reason: 'A court order', onDate: '2026-11-20' }) // prettier-ignore
    return () => county.api.people.endMustNotMeet({ id, version: 1, onDate: '2026-11-23' })
  },
}
