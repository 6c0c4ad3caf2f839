import { CLASSIFICATION } from '../../classification.ts'
import type { ReachRow } from '../paper-people.contract.ts'
import { reachToLabels, reachWayLabels, type ReachWay } from '../paper-reach.rules.ts'
import { textColumn, type List } from './list.ts'

/** Whom to write to or to text, one line each; who is left out has the reason in place of a number or an address. */
export const reachListOf = (way: ReachWay): List<ReachRow> => ({
  title: reachWayLabels[way],
  classification: CLASSIFICATION,
  columns: [
    textColumn('Name', 30, (r) => r.name),
    textColumn('Family', 22, (r) => r.familyName),
    textColumn('Goes to', 30, (r) => r.toName),
    textColumn(reachToLabels[way], way === 'write' ? 50 : 26, (r) => r.to),
    textColumn('Left out because', 44, (r) => r.leftOutBecause),
  ],
  sorts: {},
})
