import type { Rectangle, Size } from 'electron'

export const standardSize: Size = { width: 1366, height: 768 }
export const smallestSize: Size = { width: 1024, height: 640 }

const handhold = { width: 200, height: 40 }

/** Whether enough of the window's title bar is on this screen to take hold of it. */
function canBeReached(place: Rectangle, screen: Rectangle): boolean {
  const left = Math.max(place.x, screen.x)
  const right = Math.min(place.x + place.width, screen.x + screen.width)
  const topIsOn = place.y >= screen.y && place.y + handhold.height <= screen.y + screen.height
  return topIsOn && right - left >= handhold.width
}

/** Where to open: where it was, unless that screen is gone; else standard size, wherever the system puts it. */
export function openingPlace(
  remembered: Rectangle | undefined,
  screens: readonly Rectangle[],
): Rectangle | Size {
  const reachable = remembered && screens.some((screen) => canBeReached(remembered, screen))
  return reachable ? remembered : standardSize
}

/** The size asked for by GATHER_SIZE, such as 1366x768: tests and screenshots need windows that are alike. */
export function forcedSize(wish: string | undefined): Size | null {
  const [, width, height] = /^(\d{3,4})x(\d{3,4})$/.exec(wish ?? '') ?? []
  return width && height ? { width: Number(width), height: Number(height) } : null
}
