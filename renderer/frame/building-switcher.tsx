import { Select } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ask } from '../api/queries.ts'
import { useBuilding } from '../api/remembered.ts'
import { useBuildingWord } from '../api/session.ts'
import classes from './top-bar.module.css'

const ALL = 'all'

/** The building that the screens are about, remembered from day to day. */
export function BuildingSwitcher() {
  const word = useBuildingWord()
  const [chosen, choose] = useBuilding()
  const buildings = useQuery(ask('buildings', 'list', {})).data
  const known = buildings?.find((building) => building.id === chosen)
  const gone = buildings !== undefined && chosen !== null && known === undefined
  useEffect(() => {
    // Remembered from another county, or archived since: the screens must not ask for it while this says All.
    if (gone) choose(null)
  }, [gone, choose])
  const options = [
    { value: ALL, label: 'All buildings' },
    ...(buildings ?? []).map((building) => ({ value: String(building.id), label: building.name })),
  ]
  return (
    <Select
      aria-label={word}
      className={classes.building}
      classNames={{ input: classes.buildingInput }}
      data={options}
      value={known?.id ?? ALL}
      onChange={(value) => choose(buildings?.find((building) => building.id === value)?.id ?? null)}
      allowDeselect={false}
      searchable={options.length > 8}
      nothingFoundMessage="No building of that name"
      leftSection={<IconBuilding size={18} stroke={1.6} aria-hidden />}
      comboboxProps={{ withinPortal: false, width: 340, position: 'bottom-start' }}
    />
  )
}
