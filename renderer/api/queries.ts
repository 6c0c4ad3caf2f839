import { QueryCache, QueryClient, MutationCache } from '@tanstack/react-query'
import { ApiError, api } from './client.ts'
import type { Feature, Input, Output, QueryName } from './client.ts'

/** Signing out, or a lock, shows in the status; the sign-in screen then stands in front of what was being typed. */
const noticeSignedOut = (error: Error) => {
  if (error instanceof ApiError && error.code === 'NOT_SIGNED_IN') void refreshStatus()
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignedOut }),
  mutationCache: new MutationCache({ onError: noticeSignedOut }),
  defaultOptions: {
    // Always: the data is on this computer, so "offline" must never pause a call. No retries: a failure is an answer.
    queries: { networkMode: 'always', retry: false, staleTime: 30_000, gcTime: 300_000 },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** What `useQuery` is given: see `ask`. */
export interface Question<Answer> {
  readonly queryKey: readonly unknown[]
  readonly queryFn: () => Promise<Answer>
}

/** A question to the program: `useQuery(ask('groups', 'get', { id }))`. */
export const ask = <F extends Feature, N extends QueryName<F>>(
  feature: F,
  name: N,
  input: Input<F, N>,
): Question<Output<F, N>> => ({
  queryKey: [feature, name, input],
  queryFn: () => api[feature][name](input),
})

const keepLast = <T>(last: T | undefined): T | undefined => last

/** As `ask`, showing the last answer until the next one is there: for searches, filters and dates stepped through. */
export const askKeeping = <F extends Feature, N extends QueryName<F>>(
  feature: F,
  name: N,
  input: Input<F, N>,
): Question<Output<F, N>> & { readonly placeholderData: typeof keepLast } => ({
  ...ask(feature, name, input),
  placeholderData: keepLast,
})

/** Whether there is a county and who is signed in. A task and not a query: there may be no database yet. */
export const statusQuestion: Question<Output<'county', 'status'>> = {
  queryKey: ['county', 'status', {}],
  queryFn: () => api.county.status({}),
}

export const refreshStatus = () => queryClient.invalidateQueries({ queryKey: ['county', 'status'] })

/** Reads everything on screen again. A local query takes milliseconds, so nothing finer is worth its mistakes. */
export const refreshAll = () => queryClient.invalidateQueries()

/** Forgets every answer but the status: another person must not see, even for a moment, what the last one saw. */
export const forgetAnswers = () =>
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'county' })

/** Whatever is written, in this window or another, is read again here. Answers how to stop. */
export const followChanges = () => window.bridge.onChanged(() => void refreshAll())
