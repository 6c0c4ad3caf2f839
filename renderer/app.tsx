import '@mantine/core/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/programme.css'
import './ui/mantine.css'
import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import type { DatesProviderSettings } from '@mantine/dates'
import { QueryClientProvider } from '@tanstack/react-query'
import 'dayjs/locale/en-gb'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { Router } from 'wouter'
import { followChanges, queryClient } from './api/queries.ts'
import { useAppLocation } from './location.ts'
import { styleNonce } from './ui/nonce.ts'
import { cssVariables, theme } from './ui/theme.ts'
import { ProgramWindow } from './window.tsx'

const dates: DatesProviderSettings = { locale: 'en-gb', firstDayOfWeek: 1, weekendDays: [] }

function Providers({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => styleNonce}
    >
      <DatesProvider settings={dates}>
        <QueryClientProvider client={queryClient}>
          <Router hook={useAppLocation}>{children}</Router>
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  )
}

export function App() {
  useEffect(followChanges, [])
  return (
    <Providers>
      <ProgramWindow />
    </Providers>
  )
}
