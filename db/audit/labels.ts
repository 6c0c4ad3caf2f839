import { contract } from '../../shared/contract.ts'
import type { Contract } from '../../shared/operation.ts'

/** What an operation is called in the audit trail and the Undo menu: its label in the contract. */
export function labelOf(operation: string, depth = 0): string {
  const [feature = '', name = ''] = operation.split('.')
  const all: Contract = contract
  const label = all[feature]?.[name]?.label ?? operation
  if (depth === 0) return label
  return `${depth % 2 === 1 ? 'Undo' : 'Redo'}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`
}
