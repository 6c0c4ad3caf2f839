import { Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Link, useLocation } from 'wouter'
import { useMay } from '../api/session.ts'
import { isAt, places, settingsPlace } from './places.ts'
import type { Place } from './places.ts'
import { Mark } from './mark.tsx'
import classes from './rail.module.css'

/** The width at which the words go away and the icons stay: tokens.css has no media variables, so it stands twice. */
const NARROW = '(max-width: 1100px)'

function RailLink({ place, narrow }: { place: Place; narrow: boolean }) {
  const [location] = useLocation()
  const here = isAt(place, location)
  return (
    <Tooltip label={place.label} position="right" disabled={!narrow} openDelay={200}>
      <Link to={place.to} className={classes.link ?? ''} aria-current={here ? 'page' : undefined}>
        <place.Icon size={20} stroke={1.6} aria-hidden />
        <span className={narrow ? 'sr-only' : undefined}>{place.label}</span>
      </Link>
    </Tooltip>
  )
}

/** The places of the program that this person's role includes. */
export function Rail() {
  const may = useMay()
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false })
  return (
    <nav className={classes.rail} aria-label="Places" data-pane>
      <div className={classes.brand}>
        <Mark size={24} />
        {!narrow && <span>Gather</span>}
      </div>
      <ul className={classes.list}>
        {places
          .filter((place) => may(place.permission))
          .map((place) => (
            <li key={place.to}>
              <RailLink place={place} narrow={narrow} />
            </li>
          ))}
      </ul>
      <ul className={classes.below}>
        <li>
          <RailLink place={settingsPlace} narrow={narrow} />
        </li>
      </ul>
    </nav>
  )
}
