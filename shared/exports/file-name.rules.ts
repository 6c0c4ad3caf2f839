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

/** `Sign-in sheet Bounce Back Shelthorpe 2026-11-23.pdf`, by the session's date. */
export const signInName = (publicTitle: string, date: string): string =>
  `Sign-in sheet ${safeTitle(publicTitle)} ${date}.pdf`

/** `Star Tuesday group 2026-11-23.pdf`, by the day of the latest: never whose it is. */
export const starName = (publicTitle: string, date: string): string =>
  `Star ${safeTitle(publicTitle)} ${date}.pdf`

/** `Measures to collect Bounce Back Shelthorpe 2026-11-23.pdf`, by the public title. */
export const dueListName = (publicTitle: string, today: string): string =>
  `Measures to collect ${safeTitle(publicTitle)} ${today}.pdf`

/** `Name labels 2026-11-23.pdf`: of whom is on them. */
export const labelsName = (today: string): string => `Name labels ${today}.pdf`

/** `Contact sheet Wigston Magna 2026-11-23.pdf` */
export const contactSheetName = (place: string, date: string): string =>
  `Contact sheet ${safeTitle(place)} ${date}.pdf`

/** `Text list Bounce Back Shelthorpe 2026-11-23.xlsx`, by the public title and the day it was made. */
export const reachName = (kind: string, publicTitle: string, today: string, ending: string): string =>
  `${kind} ${safeTitle(publicTitle)} ${today}.${ending}`

/** `Record of a person 2026-11-23.xlsx`: whose it is, is inside. */
export const recordName = (today: string, ending: string): string => `Record of a person ${today}.${ending}`

/** `Hand-over Synergy 2026-07-01 to 2026-09-30.csv`, by its days. */
export const handoverName = (system: string, from: string, to: string): string =>
  `Hand-over ${safeTitle(system)} ${from} to ${to}.csv`

/** `Certificates Bounce Back Shelthorpe 2026-11-23.pdf`, by the public title. */
export const certificatesName = (publicTitle: string, today: string): string =>
  `Certificates ${safeTitle(publicTitle)} ${today}.pdf`

/** `Day sheet Wigston Magna 2026-11-23.pdf`; of several buildings `Day sheets East 2026-11-23.pdf`. */
export const daySheetName = (place: string, several: boolean, date: string): string =>
  `${several ? 'Day sheets' : 'Day sheet'} ${safeTitle(place)} ${date}.pdf`

/** `Week Hall, Wigston Magna 2026-11-23.pdf`, by its Monday. */
export const roomWeekName = (room: string, monday: string): string => `Week ${safeTitle(room)} ${monday}.pdf`

/** `Door card Hall, Wigston Magna 2026-11-23.pdf` */
export const doorCardName = (room: string, date: string): string => `Door card ${safeTitle(room)} ${date}.pdf`

/** `Calendar Hall, Wigston Magna 2026-11-23 to 2026-12-20.ics`. Of a person it says `a member of staff`. */
export const calendarName = (of: string, from: string, to: string): string =>
  `Calendar ${safeTitle(of)} ${from} to ${to}.ics`

/** `Bookings 2026-11-23 to 2026-11-29.csv`, `Groups 2026-11-23.xlsx`: the days it is about, or the day it was made. */
export const listFileName = (list: string, format: string, from: string, to: string): string =>
  `${safeTitle(list)} ${from}${from === to ? '' : ` to ${to}`}.${format}`

/** `Call list Wigston Magna 2026-12-01.pdf`, by the day it was printed. */
export const callListName = (where: string, today: string): string =>
  `Call list ${safeTitle(where)} ${today}.pdf`

/** `County workbook 2026-04-01 to 2026-06-30.xlsx` */
export const countyFileName = (what: string, from: string, to: string): string =>
  `${what} ${from} to ${to}.xlsx`
