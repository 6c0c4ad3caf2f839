import { usualLayouts } from '../../shared/exports/handover.rules.ts'
import type { Case } from './command-case.ts'
import type { TestCounty } from './test-county.ts'

const aLayout = ({ api }: TestCounty) =>
  api.exports.addHandoverLayout({ kind: 'mosaic', ...usualLayouts.mosaic })

/** Ways of using each command of hand-over layouts. */
export const handoverCommands: Readonly<Record<string, Case>> = {
  'exports.addHandoverLayout': (county) => Promise.resolve(() => aLayout(county)),
  'exports.changeHandoverLayout': async (county) => {
    const layout = await aLayout(county)
    return () => county.api.exports.changeHandoverLayout({ ...layout, name: 'Agreed in May' })
  },
  'exports.retireHandoverLayout': async (county) => {
    const { id, version } = await aLayout(county)
    return () => county.api.exports.retireHandoverLayout({ id, version })
  },
}
