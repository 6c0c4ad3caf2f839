import type { seriesEdits } from '../../shared/series/edit.contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { keepDate, listAffected } from './affected.service.ts'
import { edit, previewEdit } from './edit.service.ts'
import { endSeries } from './end.service.ts'
import { listSkipped } from './series.repository.ts'
import { addSkipped, retrySkipped } from './skipped.service.ts'

/** The part of `series` that changes one that stands. */
export const seriesEditHandlers = {
  previewEdit: (context, input) => previewEdit(context, input),
  edit: (context, input) => edit(context, input),
  end: (context, input) => endSeries(context, input),
  listSkipped: ({ db }, { seriesId }) => listSkipped(db, seriesId),
  retry: (context, input) => retrySkipped(context, input),
  addSkipped: (context, input) => addSkipped(context, input),
  affected: (context) => listAffected(context),
  keepDate: (context, input) => keepDate(context, input),
} satisfies Handlers<{ readonly series: typeof seriesEdits }, Contexts>['series']
