import type { Case } from './command-case.ts'
import { mergeTwo, twoTangled } from './merge-factories.ts'
import { aPerson } from './people-factories.ts'

/** The commands that say whether two records are one person: see every-command.ts. */
export const mergeCommands: Readonly<Record<string, Case>> = {
  'people.notTheSame': async (county) => {
    const [one, other] = [await aPerson(county), await aPerson(county, { dateOfBirth: '2015-12-03' })]
    return () => county.api.people.notTheSame({ id: one.id, otherId: other.id })
  },
  'people.merge': async (county) => {
    const { keptId, goneId } = await twoTangled(county, 7)
    return () => mergeTwo(county.api, keptId, goneId, 'gone')
  },
  'people.unmerge': async (county) => {
    const { keptId, goneId } = await twoTangled(county, 8)
    const { mergeId } = await mergeTwo(county.api, keptId, goneId, 'both')
    return () => county.api.people.unmerge({ id: mergeId })
  },
}
