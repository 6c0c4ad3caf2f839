/** What Windows, the strictest, does not take in a file name. */
const forbidden = /[<>:"/\\|?*\p{Cc}]/gu
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A title that anybody may read, as part of a name that every computer takes. */
function safeTitle(publicTitle: string): string {
  const title = publicTitle.replace(forbidden, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+/, '')
  const safe = title === '' || reserved.test(title) ? 'Group' : title
  return safe.slice(0, 100).trim()
}

/** `Bounce Back Shelthorpe 2026-11-23.xlsx` */
export const workbookName = (publicTitle: string, today: string): string =>
  `${safeTitle(publicTitle)} ${today}.xlsx`

/** `Register Bounce Back Shelthorpe 2026-11-23.pdf`, by the session's date. */
export const registerPdfName = (publicTitle: string, date: string): string =>
  `Register ${safeTitle(publicTitle)} ${date}.pdf`
