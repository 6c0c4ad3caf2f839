/** The program's own mark: people around a table. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden focusable="false">
      <rect width="24" height="24" rx="6" fill="var(--g-accent)" />
      <g fill="var(--g-on-accent)">
        <circle cx="12" cy="5.6" r="2.1" />
        <circle cx="18.1" cy="10" r="2.1" />
        <circle cx="15.8" cy="17.2" r="2.1" />
        <circle cx="8.2" cy="17.2" r="2.1" />
        <circle cx="5.9" cy="10" r="2.1" />
      </g>
    </svg>
  )
}
