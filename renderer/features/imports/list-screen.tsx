import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import type { Output } from '../../api/client.ts'
import { Page } from '../../ui/page.tsx'
import { Failure } from '../../ui/states.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { groupId as groupIdSchema } from '../../../shared/ids.ts'
import type { GroupId } from '../../../shared/ids.ts'
import type { ImportTable } from '../../../shared/imports/imports.contract.ts'
import { ListPreview } from './list-preview.tsx'
import { ListResult } from './list-result.tsx'
import { ListSource } from './list-source.tsx'

type Done = Output<'imports', 'apply'>

/** Enrolling a list: where it comes from, what each row would do, and what was done. */
export function ListScreen() {
  const id = groupIdSchema.safeParse(useParams()['id'])
  if (!id.success) return <Failure error={id.error} />
  return <ListOfGroup key={id.data} groupId={id.data} />
}

function ListOfGroup({ groupId }: { groupId: GroupId }) {
  const group = useQuery(ask('groups', 'get', { id: groupId }))
  const [read, setRead] = useState<{ table: ImportTable; grant: string | null } | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  // Kept while the rows are looked at, and when the page is left: a step back loses nothing.
  const { values: pasted, change: paste } = useDraft(`list ${groupId}`, { text: '' })
  const finish = (answer: Done) => {
    paste({ text: '' })
    setDone(answer)
  }
  const again = () => {
    setRead(null)
    setDone(null)
  }
  return (
    <Page
      title="Enrol a list"
      sentence={sentenceOf(read?.table ?? null, done !== null, group.data?.name)}
      back={
        <Anchor component={Link} to={`/groups/${groupId}/people`}>
          Back to {group.data?.name ?? 'the group'}
        </Anchor>
      }
    >
      {done !== null && <ListResult groupId={groupId} done={done} onAgain={again} />}
      {done === null && read === null && (
        <ListSource
          text={pasted.text}
          onText={(text) => paste({ text })}
          onRead={(table, grant) => setRead({ table, grant })}
        />
      )}
      {done === null && read !== null && (
        <ListPreview
          key={`${read.table.fileName} ${read.table.sheetName} ${read.table.rows.length}`}
          groupId={groupId}
          table={read.table}
          grant={read.grant}
          onRead={(table) => setRead({ ...read, table })}
          onAgain={again}
          onDone={finish}
        />
      )}
    </Page>
  )
}

function sentenceOf(table: ImportTable | null, saved: boolean, groupName = 'the group'): string {
  if (table === null) return `Into ${groupName}. You see what each row would do before anything is saved.`
  const sheet = table.sheetName === null ? '' : `, sheet ${table.sheetName}`
  return `Into ${groupName}, from ${table.fileName ?? 'what you pasted'}${sheet}.${saved ? '' : ' Nothing is saved yet.'}`
}
