import '@mantine/charts/styles.layer.css'
import { BarChart } from '@mantine/charts'
import { byMonth, shares } from '../../../shared/usage/figures.rules.ts'
import type { Usage } from '../../../shared/usage/usage.contract.ts'
import { monthInWords } from '../../../shared/usage/words.rules.ts'

const series = [
  { name: 'booked', label: 'Booked', color: 'var(--g-control)' },
  { name: 'used', label: 'Used', color: 'var(--g-accent)' },
  { name: 'attended', label: 'Attended', color: 'var(--g-warn)' },
]

/** The share of open hours by month. The table below says the same in numbers, so the picture has only its name. */
export function UsageChart({ usage }: { usage: Usage }) {
  const data = byMonth(usage).map(({ month, use }) => {
    const { booked, used, attended } = shares(use)
    return { month: monthInWords(month).replace(/ 20/, ' '), booked, used, attended }
  })
  return (
    <div role="img" aria-label="Share of open hours booked, used and attended, by month">
      <BarChart
        h={220}
        data={data}
        dataKey="month"
        series={series}
        withLegend
        withTooltip
        tickLine="y"
        yAxisProps={{ domain: [0, 100], width: 48 }}
        valueFormatter={(value) => `${value}%`}
        barProps={{ isAnimationActive: false }}
      />
    </div>
  )
}
