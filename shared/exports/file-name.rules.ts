/** What Windows, the strictest, does not take in a file name. */
const forbidden = /[<>:"/\\|?*\p{Cc}]/gu
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** `Bounce Back Shelthorpe 2026-11-23.xlsx`: a name that every computer takes, from a title that anybody may read. */
export function workbookName(publicTitle: string, today: string): string {
  const title = publicTitle.replace(forbidden, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+/, '')
  const safe = title === '' || reserved.test(title) ? 'Group' : title
  return `${safe.slice(0, 100).trim()} ${today}.xlsx`
}
