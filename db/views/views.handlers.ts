import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { changeView, listViews, removeView, saveView } from './views.service.ts'

export const viewsHandlers = {
  list: (context) => listViews(context),
  save: (context, input) => saveView(context, input),
  change: (context, input) => changeView(context, input),
  remove: (context, input) => removeView(context, input),
} satisfies Handlers<AppContract, Contexts>['views']
