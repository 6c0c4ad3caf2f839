import type { ReactNode } from 'react'
import { useMay } from '../../api/session.ts'
import { Page } from '../../ui/page.tsx'
import { sections } from './sections.ts'
import type { SectionName } from './sections.ts'
import classes from './settings.module.css'

interface SettingsPageProps {
  readonly section: SectionName
  readonly sentence: ReactNode
  readonly action?: ReactNode
  readonly side?: ReactNode
  /** How many columns of its list stay beside an open panel, where there is little room: `all`, or the first few. */
  readonly beside?: 'all' | 'two' | 'three'
  readonly children: ReactNode
}

/** One section of the settings, beside the list of them all. */
export function SettingsPage(props: SettingsPageProps) {
  const { section, sentence, action, side, beside = 'three', children } = props
  const may = useMay()
  const present = sections.find((one) => one.name === section)
  return (
    <Page title={present?.label ?? 'Settings'} sentence={sentence} action={action} side={side}>
      <div className={classes.layout}>
        <nav aria-label="Settings" className={classes.nav}>
          {sections
            .filter((one) => may(one.permission))
            .map((one) => (
              <a
                key={one.name}
                href={`#/settings/${one.name}`}
                className={classes.link}
                aria-current={one.name === section ? 'page' : undefined}
              >
                {one.label}
              </a>
            ))}
        </nav>
        <div className={classes.section} data-beside={side ? beside : undefined}>
          {children}
        </div>
      </div>
    </Page>
  )
}
