import { lazy, Suspense, useState } from 'react'
import type { ComponentType } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { useMay } from './api/session.ts'
import { EmptyState, LoadingAfter300ms } from './ui/states.tsx'
import { Page } from './ui/page.tsx'
import type { Permission } from '../shared/permissions.ts'

interface Screen {
  readonly path: string
  readonly Screen: ComponentType
  /** Left out: for everybody. */
  readonly permission?: Permission
  /** Fetches its code ahead of the first time it is shown. */
  readonly prepare: () => Promise<ComponentType>
  /** Stands alone on the window, without rail and bars: what is printed. */
  readonly bare?: true
}

type Load = () => Promise<ComponentType>

/** Its code is loaded apart. Once it is here it is shown at once: `lazy` alone would wait 300 ms behind its fallback. */
export function screen(path: string, load: Load, permission?: Permission): Screen {
  let Loaded: ComponentType | null = null
  const prepare = async () => (Loaded ??= await load())
  const Later = lazy(async () => ({ default: await prepare() }))
  // Chosen once: going over to the other while it is open would begin the screen anew and lose what was typed.
  const Shown = () => {
    const [Chosen] = useState<ComponentType>(() => Loaded ?? Later)
    return <Chosen />
  }
  return { path, prepare, Screen: Shown, ...(permission && { permission }) }
}
export const printPage = (path: string, load: Load): Screen => ({ ...screen(path, load), bare: true })

/**
 * Every screen of the program, loaded after the first one stands. The first that fits is taken, so `/groups/new` stands
 * before `/groups/:id`. Screens read their parts of the path with wouter's `useParams`.
 */
export const screens: readonly Screen[] = [
  screen('/today', async () => (await import('./features/today/today-screen.tsx')).TodayScreen),
  screen(
    '/calls/:kind?',
    async () => (await import('./features/calls/calls-screen.tsx')).CallsScreen,
    'people.view',
  ),
  screen(
    '/people/duplicates',
    async () => (await import('./features/people/duplicates-screen.tsx')).DuplicatesScreen,
    'people.view',
  ),
  screen(
    '/people/merge/:kept/:gone',
    async () => (await import('./features/people/merge-screen.tsx')).MergeScreen,
    'people.edit',
  ),
  screen(
    '/people/:id?',
    async () => (await import('./features/people/people-screen.tsx')).PeopleScreen,
    'people.view',
  ),
  screen(
    '/families/:id',
    async () => (await import('./features/people/family-screen.tsx')).FamilyScreen,
    'people.view',
  ),
  screen('/groups', async () => (await import('./features/groups/groups-screen.tsx')).GroupsScreen),
  screen(
    '/groups/waiting',
    async () => (await import('./features/enrolments/waiting-screen.tsx')).WaitingScreen,
    'people.view',
  ),
  screen(
    '/groups/new',
    async () => (await import('./features/groups/plan-screen.tsx')).PlanScreen,
    'groups.edit',
  ),
  screen(
    '/groups/:id/list',
    async () => (await import('./features/imports/list-screen.tsx')).ListScreen,
    'people.edit',
  ),
  screen(
    '/groups/:id/workbook',
    async () => (await import('./features/imports/workbook-screen.tsx')).WorkbookScreen,
    'registers.edit',
  ),
  screen('/groups/:id/:tab?', async () => (await import('./features/groups/group-screen.tsx')).GroupScreen),
  screen(
    '/registers/:sessionId/as-at/:on',
    async () => (await import('./features/registers/correct-past-screen.tsx')).PastRegisterScreen,
    'registers.view',
  ),
  screen(
    '/registers/:sessionId',
    async () => (await import('./features/registers/register-screen.tsx')).RegisterScreen,
    'registers.view',
  ),
  screen(
    '/registers/:sessionId/paper',
    async () => (await import('./features/paper/type-in-screen.tsx')).TypeInScreen,
    'registers.edit',
  ),
  screen(
    '/outcomes',
    async () => (await import('./features/outcomes/outcomes-screen.tsx')).OutcomesScreen,
    'outcomes.view',
  ),
  screen(
    '/stars/:groupId/:personId/:measureId',
    async () => (await import('./features/outcomes/star-screen.tsx')).StarScreen,
    'outcomes.view',
  ),
  screen(
    '/closures/new',
    async () => (await import('./features/closures/close-screen.tsx')).CloseScreen,
    'buildings.edit',
  ),
  screen(
    '/closures/:id',
    async () => (await import('./features/closures/closure-screen.tsx')).ClosureScreen,
    'bookings.edit',
  ),
  screen('/closures', async () => (await import('./features/closures/closures-screen.tsx')).ClosuresScreen),
  screen('/rooms', async () => (await import('./features/rooms/rooms-screen.tsx')).RoomsScreen),
  screen(
    '/rooms/requests',
    async () => (await import('./features/bookings/requests-screen.tsx')).RequestsScreen,
    'bookings.edit',
  ),
  screen('/calendar', async () => (await import('./features/calendar/calendar-screen.tsx')).CalendarScreen),
  screen(
    '/reports/buildings-now',
    async () => (await import('./features/usage/usage-screen.tsx')).UsageScreen,
    'bookings.view',
  ),
  screen(
    '/reports/files',
    async () => (await import('./features/exports/county-files-screen.tsx')).CountyFilesScreen,
    'exports.make',
  ),
  screen(
    '/reports/handover',
    async () => (await import('./features/exports/handover-screen.tsx')).HandoverScreen,
    'exports.county',
  ),
  screen(
    '/reports',
    async () => (await import('./features/reports/reports-screen.tsx')).ReportsScreen,
    'bookings.view',
  ),
  screen(
    '/reports/:key/:state?',
    async () => (await import('./features/reports/report-screen.tsx')).ReportScreen,
    'reports.view',
  ),
  screen(
    '/settings/buildings/list',
    async () => (await import('./features/buildings/place-list-screen.tsx')).PlaceListScreen,
    'buildings.edit',
  ),
  screen(
    '/settings/buildings/:id/:tab?',
    async () => (await import('./features/buildings/building-screen.tsx')).BuildingScreen,
  ),
  screen(
    '/settings/:section?',
    async () => (await import('./features/settings/settings-screen.tsx')).SettingsScreen,
  ),
  printPage(
    '/print/usage/:from/:to/:level/:building',
    async () => (await import('./features/usage/print-usage-page.tsx')).PrintUsagePage,
  ),
  printPage(
    '/print/report/:key/:state',
    async () => (await import('./features/reports/print-report-page.tsx')).PrintReportPage,
  ),
  printPage(
    '/print/due/:groupId',
    async () => (await import('./features/outcomes/print-due-page.tsx')).PrintDuePage,
  ),
  printPage(
    '/print/call-list/:closureId',
    async () => (await import('./features/closures/call-list-page.tsx')).CallListPage,
  ),
  printPage(
    '/print/star/:groupId/:personId/:measureId',
    async () => (await import('./features/outcomes/star-page.tsx')).StarPage,
  ),
  printPage(
    '/print/register/:sessionId/as-at/:on',
    async () => (await import('./features/registers/correct-past-page.tsx')).PastRegisterPage,
  ),
  printPage(
    '/print/register/:sessionId',
    async () => (await import('./features/registers/print-register-page.tsx')).PrintRegisterPage,
  ),
  printPage(
    '/print/sign-in/:sessionId',
    async () => (await import('./features/paper/sign-in-page.tsx')).SignInPage,
  ),
  printPage(
    '/print/labels/:sessionId/:sheet/:names/:first',
    async () => (await import('./features/paper/labels-page.tsx')).LabelsPage,
  ),
  printPage(
    '/print/contact-sheet/:date/:place',
    async () => (await import('./features/paper/contact-sheet-page.tsx')).ContactSheetPage,
  ),
  printPage(
    '/print/record/:asked',
    async () => (await import('./features/paper/record-page.tsx')).RecordPage,
  ),
  printPage(
    '/print/certificates/:groupId/:who',
    async () => (await import('./features/paper/certificates-page.tsx')).CertificatesPage,
  ),
  printPage(
    '/print/reach/:groupId/:way/:status',
    async () => (await import('./features/paper/reach-page.tsx')).ReachPage,
  ),
  printPage(
    '/print/day-sheet/:date/:place',
    async () => (await import('./features/paper/day-sheet-page.tsx')).DaySheetPage,
  ),
  printPage(
    '/print/room-week/:room/:from',
    async () => (await import('./features/paper/room-week-page.tsx')).RoomWeekPage,
  ),
  printPage(
    '/print/door/:room/:date',
    async () => (await import('./features/paper/door-card-page.tsx')).DoorCardPage,
  ),
]

/** Brings in the code of the screens that have not been shown yet, while nobody waits. */
export const prepareScreens = () =>
  requestIdleCallback(() => screens.forEach((one) => void one.prepare()), { timeout: 2_000 })

const StartScreen = () => <Redirect to="/today" replace />

/** Where the menu, or an address kept from before, leads to a screen of another role. */
function NotYours() {
  return (
    <Page title="Closed to your role">
      <EmptyState action={<a href="#/today">Go to Today</a>}>
        This is not part of your role. Ask your manager if you need it.
      </EmptyState>
    </Page>
  )
}

function UnknownScreen() {
  return (
    <Page title="This page is not here">
      <EmptyState action={<a href="#/today">Go to Today</a>}>
        It may have been moved, or the address is not quite right.
      </EmptyState>
    </Page>
  )
}

/** The screens of one kind, by the address. */
export function Screens({ bare = false }: { bare?: boolean }) {
  const may = useMay()
  return (
    <Suspense fallback={<LoadingAfter300ms />}>
      <Switch>
        {screens
          .filter((one) => (one.bare ?? false) === bare)
          .map((one) => (
            <Route
              key={one.path}
              path={one.path}
              component={one.permission && !may(one.permission) ? NotYours : one.Screen}
            />
          ))}
        <Route path="/" component={StartScreen} />
        <Route component={UnknownScreen} />
      </Switch>
    </Suspense>
  )
}

export const isPrintPage = (location: string): boolean => location.startsWith('/print/')
