import { AppError } from '../../shared/errors.ts'
import type { Session } from '../context.ts'
import { readListFile, readListText, type Headings, type TableOf } from './read-list.ts'

/** A list that was pasted, or in a file that the person chose in a dialog. */
export type Chosen =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly grant: string; readonly sheet?: string | null | undefined }

/** The file each window read last: another sheet of it can be read without choosing it again. */
const lastRead = new WeakMap<Session, { grant: string; path: string }>()

/** Reads what was chosen. FILE when it cannot be read, or is to be chosen again. */
export async function readChosen<K extends string>(
  session: Session,
  chosen: Chosen,
  headings: Headings<K>,
): Promise<TableOf<K>> {
  if (chosen.kind === 'text') return readListText(chosen.text, headings)
  const last = lastRead.get(session)
  const again = last?.grant === chosen.grant ? last.path : null
  const path = session.grants.take(chosen.grant, 'read') ?? again
  if (path === null) throw new AppError('FILE', 'Choose the file again.')
  lastRead.set(session, { grant: chosen.grant, path })
  return readListFile(path, chosen.sheet ?? null, headings)
}
