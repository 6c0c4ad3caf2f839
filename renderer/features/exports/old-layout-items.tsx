import { Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { native } from '../../api/native.ts'
import { notifyFailure } from '../../api/notify.tsx'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import type { OldLayout } from '../../../shared/exports/old-layout.contract.ts'
import type { GroupId } from '../../../shared/ids.ts'
import { notifySaved } from './notify-saved.tsx'

async function make(groupId: GroupId, layout: OldLayout): Promise<void> {
  const { fileName } = await api.exports.suggestName({ groupId })
  const filters = [{ name: 'Excel workbook', extensions: ['xlsx'] }]
  const place = await native('saveFile', {
    title: `Save as ${layout.name}`,
    suggestedName: fileName.replace(/\.xlsx$/, ' old layout.xlsx'),
    filters,
  })
  if (place === null) return
  await api.exports.oldWorkbook({ groupId, layoutId: layout.id, grant: place.grant })
  notifySaved(place)
}

/** In the menu of a group: saving it in each layout of an old workbook that has been learnt. */
export function OldLayoutItems({ groupId }: { groupId: GroupId }) {
  const may = useMay()('exports.make')
  const layouts = useQuery({ ...ask('exports', 'oldLayouts', {}), enabled: may })
  return (layouts.data ?? [])
    .filter((one) => !one.retired)
    .map((layout) => (
      <Menu.Item key={layout.id} onClick={() => void make(groupId, layout).catch(notifyFailure)}>
        Save as {layout.name}…
      </Menu.Item>
    ))
}
