import { useState } from 'react'
import { Link } from 'wouter'
import type { Output } from '../../api/client.ts'
import { Page } from '../../ui/page.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { PlaceTable } from '../../../shared/buildings/list.contract.ts'
import { PlaceListPreview } from './place-list-preview.tsx'
import { PlaceListResult } from './place-list-result.tsx'
import { PlaceListSource } from './place-list-source.tsx'

type Done = Output<'buildings', 'importList'>

/** Importing a list of buildings and rooms: where it comes from, what each row would do, and what was done. */
export function PlaceListScreen() {
  const [read, setRead] = useState<{ table: PlaceTable; grant: string | null } | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  // Kept while the rows are looked at, and when the page is left: a step back loses nothing.
  const { values: pasted, change: paste } = useDraft('list of buildings', { text: '' })
  const again = () => {
    setRead(null)
    setDone(null)
  }
  return (
    <Page
      title="Import buildings and rooms"
      sentence={sentenceOf(read?.table ?? null, done !== null)}
      back={<Link to="/settings/buildings">Buildings and rooms</Link>}
    >
      {done !== null && <PlaceListResult done={done} onAgain={again} />}
      {done === null && read === null && (
        <PlaceListSource
          text={pasted.text}
          onText={(text) => paste({ text })}
          onRead={(table, grant) => setRead({ table, grant })}
        />
      )}
      {done === null && read !== null && (
        <PlaceListPreview
          key={`${read.table.fileName} ${read.table.sheetName} ${read.table.rows.length}`}
          table={read.table}
          grant={read.grant}
          onRead={(table) => setRead({ ...read, table })}
          onAgain={again}
          onDone={(answer) => {
            paste({ text: '' })
            setDone(answer)
          }}
        />
      )}
    </Page>
  )
}

function sentenceOf(table: PlaceTable | null, saved: boolean): string {
  if (table === null) return 'You see what each row would add or change before anything is saved.'
  const sheet = table.sheetName === null ? '' : `, sheet ${table.sheetName}`
  return `From ${table.fileName ?? 'what you pasted'}${sheet}.${saved ? '' : ' Nothing is saved yet.'}`
}
