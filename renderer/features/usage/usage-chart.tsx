import '@mantine/charts/styles.layer.css'
import { BarChart } from '@mantine/charts'
import { byMonth, shares } from '../../../shared/usage/figures.rules.ts'
import type { Usage } from '../../../shared/usage/usage.contract.ts'
import { shortDate } from '../../../shared/time/format.ts'

const series = [
  { name: 'booked', label: 'Booked', color: 'var(--g-control)' },
  { name: 'used', label: 'Used', color: 'var(--g-accent)' },
  { name: 'attended', label: 'Attended', color: 'var(--g-warn)' },
]

/** The end of the scale: the next step above the highest bar, so that small shares can be told apart. */
const topOf = (most: number): number => [4, 8, 20, 40, 60, 80].find((step) => most <= step) ?? 100

/** The share of open hours by month. The table below says the same in numbers, so the picture has only its name. */
export function UsageChart({ usage }: { usage: Usage }) {
  const data = byMonth(usage).map(({ month, use }) => {
    const { booked, used, attended } = shares(use)
    return { month: shortDate(`${month}-01`).split(' ').slice(1).join(' '), booked, used, attended }
  })
  const most = Math.max(...data.flatMap((one) => [one.booked ?? 0, one.used ?? 0, one.attended ?? 0]))
  return (
    <div role="img" aria-label="Share of open hours booked, used and attended, by month">
      <BarChart
        h={220}
        data={data}
        dataKey="month"
        series={series}
        withLegend
        legendProps={{ itemSorter: null }}
        withTooltip
        tickLine="y"
        yAxisProps={{ domain: [0, topOf(most)], width: 48 }}
        valueFormatter={(value) => `${value}%`}
        barProps={{ isAnimationActive: false }}
      />
    </div>
  )
}
