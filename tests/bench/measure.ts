/** Milliseconds. */
export interface Timing {
  readonly median: number
  readonly p95: number
}

/** Runs the work some times without looking, so that caches are warm as in a day's use, and then so many times. */
export async function measure(
  runs: number,
  work: (run: number) => unknown,
  { warmUp = 3 } = {},
): Promise<Timing> {
  const times: number[] = []
  for (let run = -warmUp; run < runs; run++) {
    const start = performance.now()
    await work(run + warmUp)
    if (run >= 0) times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0
  return { median: at(0.5), p95: at(0.95) }
}
