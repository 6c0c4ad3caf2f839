import type { z } from 'zod'
import type { RoomId } from '../../shared/ids.ts'
import type { seriesContract } from '../../shared/series/series.contract.ts'
import { after, aRule, weeks } from './series-rules.ts'

type Run = z.input<typeof seriesContract.book.input>

/** Three Tuesdays, 10am to midday, from 1 December 2026, over every holiday. */
export const tuesdays = (change: Parameters<typeof aRule>[0] = {}) =>
  aRule({ firstDate: '2026-12-01', repeats: weeks([2]), ends: after(3), ...change })

/** What to send to book a partner's run; change what matters to the test. */
export const aRun = (roomIds: readonly RoomId[], change: Partial<Run> = {}): Run => ({
  roomIds: [...roomIds],
  rule: tuesdays(),
  edits: [],
  purpose: 'partner',
  title: 'Midwives',
  ...change,
})

/** The part of a run that the preview takes. */
export const runOf = ({ roomIds, rule, edits, people, setupMinutes, cleardownMinutes }: Run) => ({
  roomIds,
  rule,
  edits,
  people,
  setupMinutes,
  cleardownMinutes,
})
