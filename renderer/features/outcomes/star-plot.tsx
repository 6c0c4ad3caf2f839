import type { Star, StarPart } from '../../../shared/outcomes/star.contract.ts'
import classes from './star.module.css'

const SIZE = 460
const MIDDLE = SIZE / 2
const REACH = 150
/** Room at either side for the names. */
const BESIDE = 60
const RINGS = [0.25, 0.5, 0.75, 1]

interface PlotProps {
  readonly star: Pick<Star, 'parts' | 'first' | 'latest'>
  /** What it shows, in a sentence: the table beside it has it all. */
  readonly words: string
}

type Point = readonly [x: number, y: number]

/** A place on a ray: 0 is the middle, 1 the end; the first ray points up. */
function at(ray: number, rays: number, along: number): Point {
  const angle = (2 * Math.PI * ray) / rays - Math.PI / 2
  return [MIDDLE + Math.cos(angle) * REACH * along, MIDDLE + Math.sin(angle) * REACH * along]
}

const along = ({ minimum, maximum }: StarPart, value: number) =>
  0.08 + (0.92 * (value - minimum)) / (maximum - minimum)

/** The numbers of one form on their rays; a part without one leaves a gap in the line, and is never drawn as 0. */
function pathOf(parts: readonly StarPart[], of: 'first' | 'latest'): string {
  const points = parts.map((part, ray) => {
    const { value } = part[of]
    return value === null ? null : at(ray, parts.length, along(part, value))
  })
  const whole = points.every((point) => point !== null)
  const line = points.map((point, ray) => {
    if (point === null) return ''
    const before = points[ray - 1] ?? null
    return `${ray === 0 || before === null ? 'M' : 'L'}${point.map((n) => n.toFixed(1)).join(' ')}`
  })
  const [first, last] = [points[0], points.at(-1)]
  const close = !whole && first && last ? `M${last.join(' ')}L${first.join(' ')}` : ''
  return `${line.join('')}${whole ? 'Z' : close}`
}

/** The first and the latest numbers on rays: dashed with rings, and solid with dots, so that neither needs its colour. */
export function StarPlot({ star, words }: PlotProps) {
  const { parts } = star
  return (
    <figure className={classes.plot}>
      <svg viewBox={`${-BESIDE} 30 ${SIZE + 2 * BESIDE} ${SIZE - 60}`} role="img" aria-label={words}>
        {RINGS.map((ring) => (
          <path
            key={ring}
            className={classes.ring}
            d={`M${parts.map((_, ray) => at(ray, parts.length, ring).join(' ')).join('L')}Z`}
          />
        ))}
        {parts.map((part, ray) => (
          <Ray key={part.item} part={part} ray={ray} rays={parts.length} />
        ))}
        {star.first && <path className={classes.first} d={pathOf(parts, 'first')} />}
        {star.latest && <path className={classes.latest} d={pathOf(parts, 'latest')} />}
        {parts.map((part, ray) => (
          <Dots key={part.item} part={part} ray={ray} rays={parts.length} />
        ))}
      </svg>
    </figure>
  )
}

interface RayProps {
  readonly part: StarPart
  readonly ray: number
  readonly rays: number
}

/** A line from the middle, with its number in the table at its end: names would not fit on paper or at 200 %. */
function Ray({ part, ray, rays }: RayProps) {
  const [x, y] = at(ray, rays, 1)
  const [nameX, nameY] = at(ray, rays, 1.12)
  const anchor = Math.abs(nameX - MIDDLE) < 12 ? 'middle' : nameX > MIDDLE ? 'start' : 'end'
  const lines = twoLines(part.name)
  const lift = nameY < MIDDLE - REACH ? (lines.length - 1) * 13 : 0
  return (
    <>
      <line className={classes.ray} x1={MIDDLE} y1={MIDDLE} x2={x} y2={y} />
      <text
        className={classes.label}
        x={nameX}
        y={nameY - lift}
        textAnchor={anchor}
        dominantBaseline="middle"
      >
        {lines.map((line, i) => (
          <tspan key={line} x={nameX} dy={i === 0 ? 0 : 13}>
            {line}
          </tspan>
        ))}
      </text>
    </>
  )
}

/** A name over two lines, so that it stands beside its ray. */
function twoLines(name: string): string[] {
  const [MOST, words] = [17, name.split(' ')]
  const first: string[] = []
  while (words.length > 0 && [...first, words[0]].join(' ').length <= MOST) first.push(words.shift() ?? '')
  const rest = words.join(' ')
  const second = rest.length > MOST ? `${rest.slice(0, MOST - 1).trimEnd()}…` : rest
  return [first.join(' '), second].filter((line) => line !== '')
}

function Dots({ part, ray, rays }: RayProps) {
  const place = (value: number) => {
    const [cx, cy] = at(ray, rays, along(part, value))
    return { cx, cy }
  }
  const [first, latest] = [part.first.value, part.latest.value]
  return (
    <>
      {first !== null && <circle className={classes.firstDot} r={6} {...place(first)} />}
      {latest !== null && <circle className={classes.latestDot} r={4} {...place(latest)} />}
    </>
  )
}

/** Which line is which. */
export const StarKey = ({ first, latest }: { first: string; latest: string | null }) => (
  <p className={classes.key}>
    <span>
      <svg width={44} height={14} aria-hidden>
        <path className={classes.first} d="M2 7H42" />
        <circle className={classes.firstDot} cx={22} cy={7} r={5} />
      </svg>
      {first}
    </span>
    {latest !== null && (
      <span>
        <svg width={44} height={14} aria-hidden>
          <path className={classes.latest} d="M2 7H42" />
          <circle className={classes.latestDot} cx={22} cy={7} r={4} />
        </svg>
        {latest}
      </span>
    )}
  </p>
)
