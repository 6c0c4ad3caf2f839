import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/lib/project.mjs'
import { bigCounty } from './big-county.ts'
import { measureFiles } from './files.ts'
import { addLargeGroups } from './large-groups.ts'
import { measureReads } from './reads.ts'
import { overBudget, save, table } from './report.ts'
import { measureWindow } from './window.ts'
import { copyTo, measureWrites } from './writes.ts'

// Measures the program on ten years of an invented county. It says what is slow and never fails because of a time.
const say = (line: string) => console.error(line)

const county = await bigCounty(say)
const folder = join(root, '.cache', 'bench', 'work')
mkdirSync(folder, { recursive: true })
copyTo(folder, county)
const large = await addLargeGroups(folder)

say('Measuring what screens ask …')
const reads = await measureReads(folder, large, say)
say('Measuring what is saved …')
const writes = await measureWrites(folder, say)
say('Measuring files …')
const files = await measureFiles(folder, say)
say('Measuring the window …')
const measured = [...(await measureWindow(folder, say)), ...writes, ...reads, ...files]

console.log(
  `\n${table(measured)}\n\nMilliseconds. "Bare SQL" is the same statements run by the driver alone.`,
)
const over = overBudget(measured)
console.log(over.length === 0 ? 'Nothing is over its budget.' : `Over budget (p95):\n${over.join('\n')}`)
console.log(`Saved in ${save(measured, new Date().toISOString())}`)
