/** Sheets of A4 labels that are sold everywhere, in millimetres. */
export const labelSheets = {
  '21': { across: 3, down: 7, width: 63.5, height: 38.1, top: 15.15, left: 7.2, gap: 2.5 },
  '24': { across: 3, down: 8, width: 64, height: 33.9, top: 12.9, left: 6.5, gap: 2.5 },
} as const
export type LabelSheet = keyof typeof labelSheets
export const labelSheetNames: Readonly<Record<LabelSheet, string>> = {
  '21': '21 to a sheet (63.5 × 38.1 mm)',
  '24': '24 to a sheet (64 × 33.9 mm)',
}

export const toLabelSheet = (text: string): LabelSheet => (text === '24' ? '24' : '21')
export const labelsOn = (sheet: LabelSheet): number => labelSheets[sheet].across * labelSheets[sheet].down

/**
 * Labels dealt to sheets, the first at `first` (1 is the top left): a sheet that was begun is used up. null is a label
 * that is left alone.
 */
export function dealLabels<L>(labels: readonly L[], sheet: LabelSheet, first: number): (L | null)[][] {
  const each = labelsOn(sheet)
  const skipped = Math.min(Math.max(first, 1), each) - 1
  const all = [...Array.from({ length: skipped }, () => null), ...labels]
  return Array.from({ length: Math.ceil(all.length / each) }, (_, at) =>
    all.slice(at * each, (at + 1) * each),
  )
}

const LARGEST = 34
const SMALLEST = 13
/** Letters are about so wide for their height. */
const WIDTH_OF_LETTER = 0.62
const MM_IN_POINT = 0.3528

/** How large a first name is set, in points, so that it fits its label on one line; the longest may break. */
export function nameSize(name: string, sheet: LabelSheet): number {
  const room = labelSheets[sheet].width - 8
  const fits = room / (Math.max(name.length, 1) * WIDTH_OF_LETTER * MM_IN_POINT)
  return Math.round(Math.min(LARGEST, Math.max(SMALLEST, fits)))
}
