import { idOf } from '../../shared/ids.ts'

/** The kind of id that rows without an id of their own name in the program have. */
export const rowId = idOf('row')
