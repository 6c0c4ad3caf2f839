import { ScrollArea, Table, Text } from '@mantine/core'
import type { ReachList } from '../../../shared/exports/paper-people.contract.ts'
import type { ReachWay } from '../../../shared/exports/paper-reach.rules.ts'
import { count } from '../../../shared/text.ts'

const can: Readonly<Record<ReachWay, string>> = {
  text: 'can be texted',
  write: 'can be written to',
  email: 'can be emailed',
}

/** How many a list reaches, and whom it leaves out, with the reason: to be asked when they next come. */
export function ReachSummary({ list, way }: { list: ReachList; way: ReachWay }) {
  const leftOut = list.rows.filter((row) => row.to === null)
  const reached = list.rows.length - leftOut.length
  return (
    <div>
      <Text role="status">
        <strong>
          {count(reached, 'person', 'people')} {can[way]}.
        </strong>{' '}
        {leftOut.length === 0
          ? 'Nobody is left out.'
          : `${count(leftOut.length, 'person is', 'people are')} left out, with no number or address in the list:`}
      </Text>
      {leftOut.length > 0 && (
        <ScrollArea.Autosize
          mah={220}
          mt="xs"
          viewportProps={{ tabIndex: 0, 'aria-label': 'Left out', role: 'region' }}
        >
          <Table>
            <Table.Tbody>
              {leftOut.map((row, at) => (
                <Table.Tr key={`${row.name} ${at}`}>
                  <Table.Th scope="row">{row.name}</Table.Th>
                  <Table.Td>{row.leftOutBecause}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      )}
    </div>
  )
}
