import { execFileSync } from 'node:child_process'
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aMeasure } from '../../support/outcome-factories.ts'
import { aRegister, at } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'
import { accepting, aGroupWithEverything, cellAt, compared, edited, inLine, madeWorkbook } from '../../support/workbook-factories.ts' // prettier-ignore

const letters = ['P', 'L', 'A', 'N', null] as const
const dates = ['2026-11-09', '2026-11-16', '2026-11-23']
const names = ['Ahmed', 'Brown', 'Clarke', "O'Neill-Smith"]
const letter = fc.constantFrom(...letters)
/** A letter for each person at each session, a number or none for each person, and which registers are complete. */
const aPlan = fc.record({
  marks: fc.array(fc.array(letter, { minLength: 3, maxLength: 3 }), { minLength: 4, maxLength: 4 }),
  numbers: fc.array(fc.option(fc.double({ min: 0, max: 30, noNaN: true }), { nil: null }), { minLength: 4, maxLength: 4 }), // prettier-ignore
  goals: fc.array(fc.constantFrom('=1+1', '-Sleep', ' two  words ', '0116', 'é “x”', null), { minLength: 4, maxLength: 4 }), // prettier-ignore
  complete: fc.boolean(),
})
type Plan = typeof aPlan extends fc.Arbitrary<infer P> ? P : never

let groups = 0
async function aGroupOf(county: TestCounty, { marks, numbers, goals, complete }: Plan) {
  const { api } = county
  const own = names.map((name) => `${name} ${String.fromCodePoint(65 + groups)}`)
  const group = await aRegister(county, { dates, people: own, name: `Group ${++groups}` })
  const { groupId, sessions, people } = group
  const goal = await aMeasure(county, groupId, { name: `Goals ${groups}` })
  const scale = await aMeasure(county, groupId, { name: `Scale ${groups}`, kind: 'scale', goalLimit: 0, maximum: 30, wholeNumbers: false }) // prettier-ignore
  const cells = people.flatMap((personId, who) =>
    sessions.flatMap((sessionId, when) => {
      const code = marks[who]?.[when] ?? null
      return code === null ? [] : [{ sessionId, personId, code, was: null }]
    }),
  )
  if (cells.length > 0) await api.registers.setMarks({ groupId, cells })
  for (const [who, personId] of people.entries()) {
    const [value, text] = [numbers[who] ?? null, goals[who] ?? null]
    if (value !== null) await api.outcomes.setReading({ groupId, personId, measureId: scale.id, item: 0, timePoint: 'before', value, notDoneReason: null, takenOn: '2026-11-09' }) // prettier-ignore
    if (text !== null) await api.outcomes.setGoal({ groupId, personId, measureId: goal.id, item: 2, text })
  }
  if (complete && marks.every((line) => line[0])) await api.registers.complete({ sessionId: at(sessions, 0) })
  return { ...group, who: (n: number) => `Sam ${at(own, n)}` }
}

test('whatever is in a group, its workbook comes back unchanged without a difference', async () => {
  const county = await aCounty()
  await fc.assert(
    fc.asyncProperty(aPlan, async (plan) => {
      const { groupId } = await aGroupOf(county, plan)
      const answer = await compared(county, groupId, await madeWorkbook(county, groupId))
      expect(answer).toMatchObject({ differences: [], said: [], bothSame: 0 })
    }),
    { numRuns: 6 },
  )
})

/** Some letters, numbers and words to write into the file: who, which session, and what. */
const edits = fc.record({
  letters: fc.uniqueArray(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 2 }), letter), { maxLength: 6, selector: ([who, when]) => `${who} ${when}` }), // prettier-ignore
  numbers: fc.uniqueArray(fc.tuple(fc.nat(3), fc.integer({ min: 0, max: 30 })), { maxLength: 3, selector: ([who]) => who }), // prettier-ignore
  words: fc.uniqueArray(fc.tuple(fc.nat(3), fc.constantFrom('Sing', '=SUM(A1)', 'Read')), { maxLength: 3, selector: ([who]) => who }), // prettier-ignore
})

test('what was edited comes back exactly: made, the file and the county say the same', async () => {
  const county = await aCounty()
  await fc.assert(
    fc.asyncProperty(aPlan, edits, async (plan, edit) => {
      const { groupId, sessions, who } = await aGroupOf(county, plan)
      const path = await madeWorkbook(county, groupId)
      let expected = 0
      await edited(path, (file) => {
        const write = (cell: ReturnType<typeof cellAt>, value: string | number | null) => {
          if ((cell.value ?? null) !== value) expected++
          cell.value = value
        }
        for (const [n, when, code] of edit.letters)
          write(cellAt(file, 'Register', who(n), at(sessions, when)), code)
        for (const [n, value] of edit.numbers) {
          write(cellAt(file, 'Outcomes', who(n), 'follow-up', rowOfScale(plan, n)), value)
          cellAt(file, 'Outcomes', who(n), 'follow-up on', rowOfScale(plan, n)).value = '20/11/2026'
        }
        for (const [n, words] of edit.words) write(cellAt(file, 'Goals', who(n), 'goal 1'), words)
      })
      const { differences, fileId, said } = await compared(county, groupId, path)
      expect(said).toEqual([])
      expect(differences.map(inLine).filter((words) => !words.startsWith('offer'))).toEqual([])
      expect(differences).toHaveLength(expected)
      if (expected === 0) return
      await county.api.imports.applyWorkbook({ groupId, fileId, changes: accepting(differences) })
      expect(await compared(county, groupId, path)).toMatchObject({ differences: [], bothSame: expected })
    }),
    { numRuns: 6 },
  )
})

/** The row of the scale among a person's rows: that of the goal stands before it, where they have one. */
const rowOfScale = ({ goals }: Plan, who: number) => (goals[who] ? 1 : 0)

function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const there = hasLibreOffice()

test.skipIf(!there)(
  `saved again by LibreOffice, a workbook has the edits made and nothing else${there ? '' : ' (SKIPPED: soffice is not installed on this computer)'}`,
  { timeout: 120_000 },
  async () => {
    const county = await aCounty()
    const { groupId, sessions } = await aGroupWithEverything(county)
    const path = await edited(await madeWorkbook(county, groupId), (file) => {
      cellAt(file, 'Register', 'Sam Brown', at(sessions, 1)).value = 'L'
      cellAt(file, 'Outcomes', 'Sam Brown', 'after').value = 7.25
      cellAt(file, 'Outcomes', 'Sam Brown', 'after on').value = new Date('2026-11-20T00:00:00Z')
    })
    const left = path.replace('.xlsx', '.left.xlsx')
    renameSync(path, left)
    const profile = `-env:UserInstallation=file://${join(county.folder, 'office')}`
    const again = join(county.folder, 'again')
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', again, left], { stdio: 'ignore' }) // prettier-ignore
    const answer = await compared(county, groupId, join(again, left.slice(county.folder.length + 1)))
    expect(answer.said).toEqual([])
    expect(answer.differences.map(inLine)).toEqual([
      'offer: Sam Brown, 23 November 2026: - > L > -',
      'offer: Sam Brown, Sleep, after: - > 7.25 > -',
    ])
  },
)
