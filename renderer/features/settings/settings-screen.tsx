import { lazy, Suspense } from 'react'
import type { ComponentType } from 'react'
import { Redirect, useParams } from 'wouter'
import { useMay } from '../../api/session.ts'
import { LoadingAfter300ms } from '../../ui/states.tsx'
import { sections } from './sections.ts'
import type { SectionName } from './sections.ts'

const section = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }))

const screens: Readonly<Record<SectionName, ComponentType>> = {
  buildings: section(async () => (await import('../buildings/buildings-section.tsx')).BuildingsSection),
  programmes: section(async () => (await import('../programmes/programmes-section.tsx')).ProgrammesSection),
  staff: section(async () => (await import('../staff/staff-section.tsx')).StaffSection),
  terms: section(async () => (await import('./terms-section.tsx')).TermsSection),
  'bank-holidays': section(async () => (await import('./bank-holidays-section.tsx')).BankHolidaysSection),
  marks: section(async () => (await import('./marks-section.tsx')).MarksSection),
  measures: section(async () => (await import('./measures-section.tsx')).MeasuresSection),
  'old-workbooks': section(
    async () => (await import('../exports/old-layouts-section.tsx')).OldLayoutsSection,
  ),
  offers: section(async () => (await import('../enrolments/offers-section.tsx')).OffersSection),
  calls: section(async () => (await import('../calls/thresholds-section.tsx')).ThresholdsSection),
  users: section(async () => (await import('./users-section.tsx')).UsersSection),
  names: section(async () => (await import('./names-section.tsx')).NamesSection),
  audit: section(async () => (await import('./audit-section.tsx')).AuditSection),
}

/** The settings open on their first section; one that this person may not see leads there too. */
export function SettingsScreen() {
  const may = useMay()
  const asked = useParams()['section']
  const found = sections.find((one) => one.name === asked && may(one.permission))
  if (found === undefined) return <Redirect to="/settings/buildings" replace />
  const Section = screens[found.name]
  return (
    <Suspense fallback={<LoadingAfter300ms />}>
      <Section key={found.name} />
    </Suspense>
  )
}
