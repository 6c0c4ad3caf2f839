import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { Page } from '../../ui/page.tsx'
import { Failure } from '../../ui/states.tsx'
import { groupId as groupIdSchema, type GroupId } from '../../../shared/ids.ts'
import type { Comparison } from '../../../shared/imports/comparing.contract.ts'
import { WorkbookDifferences } from './workbook-differences.tsx'
import { WorkbookResult } from './workbook-result.tsx'
import { WorkbookSource } from './workbook-source.tsx'

/** Bringing a group's workbook back: the file, what is different in it, and what was made of it. */
export function WorkbookScreen() {
  const id = groupIdSchema.safeParse(useParams()['id'])
  if (!id.success) return <Failure error={id.error} />
  return <WorkbookOfGroup key={id.data} groupId={id.data} />
}

function WorkbookOfGroup({ groupId }: { groupId: GroupId }) {
  const group = useQuery(ask('groups', 'get', { id: groupId }))
  const [comparison, setComparison] = useState<Comparison | null>(null)
  const [made, setMade] = useState<number | null>(null)
  const name = group.data?.name ?? 'the group'
  const again = () => {
    setComparison(null)
    setMade(null)
  }
  return (
    <Page
      title="Bring the workbook back"
      sentence={
        comparison === null
          ? `The workbook of ${name}, edited in Excel. You see every change before anything is saved.`
          : `Into ${name}, from ${comparison.fileName}.${made === null ? ' Nothing is saved yet.' : ''}`
      }
      back={
        <Anchor component={Link} to={`/groups/${groupId}`}>
          Back to {name}
        </Anchor>
      }
    >
      {made !== null && <WorkbookResult groupId={groupId} made={made} onAgain={again} />}
      {made === null && comparison === null && (
        <WorkbookSource groupId={groupId} onCompared={setComparison} />
      )}
      {made === null && comparison !== null && (
        <WorkbookDifferences groupId={groupId} comparison={comparison} onAgain={again} onDone={setMade} />
      )}
    </Page>
  )
}
