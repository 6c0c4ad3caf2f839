import { Button } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { native } from '../../api/native.ts'
import { notifyFailure } from '../../api/notify.tsx'
import { useMay } from '../../api/session.ts'
import type { GroupId } from '../../../shared/ids.ts'
import { notifySaved } from './notify-saved.tsx'

async function make(groupId: GroupId): Promise<void> {
  const { fileName } = await api.exports.suggestName({ groupId })
  const filters = [{ name: 'Excel workbook', extensions: ['xlsx'] }]
  const place = await native('saveFile', { title: 'Save the workbook', suggestedName: fileName, filters })
  if (place === null) return
  await api.exports.groupWorkbook({ groupId, grant: place.grant })
  notifySaved(place)
}

/** Everything recorded for a group in one workbook, saved where the person says. */
export function MakeWorkbookButton({ groupId }: { groupId: GroupId }) {
  const may = useMay()
  const making = useMutation({ mutationFn: make, onError: notifyFailure })
  if (!may('exports.make')) return null
  return (
    <Button
      variant="default"
      leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
      loading={making.isPending}
      onClick={() => making.mutate(groupId)}
    >
      Make the workbook
    </Button>
  )
}
