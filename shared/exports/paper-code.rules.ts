import type { SessionId } from '../ids.ts'
import { fold } from '../text.ts'

/** Short words that are told apart when read aloud, say nothing about anybody, and are one byte each by their place. */
const words = `
acorn amber anchor apple apron arrow aspen atlas badge bagel baker banjo barley basil basin beach
beacon bean bell bench berry birch biscuit blanket blossom bobbin bonnet book bottle bowl bramble branch
bread breeze brick bridge brook broom brush bucket bugle butter button cabin cactus cake camel candle
canoe canvas carpet carrot castle cedar chalk cherry chest chime cider circle clay cliff clock cloud
clover coast cobalt cocoa comet compass copper coral cork cotton crane crayon cricket crown cube cup
curtain daisy dawn deck desk dial diamond dolphin dome door dove drum duck eagle easel echo
elm ember engine envelope fabric falcon feather fern ferry fiddle field fig finch flag flask flint
flute forest fork fossil fountain fox frost garden garnet gate gecko ginger glass glove goose gravel
guitar gull hammer hamper harbour harp hat hazel heather hedge helmet heron hill holly honey horizon
horn iris island ivory ivy jacket jade jam jasmine jelly jigsaw jug juniper kayak kettle kite
ladder lagoon lake lamp lantern larch lark lavender leaf lemon lentil lilac lily lime linen lion
lobster locket loft lotus magnet mango maple marble market marsh meadow melon mill mint mirror mitten
moon moss mountain muffin mug nectar needle nest nutmeg oak oar oasis oat ocean olive onion
orange orbit orchard otter oven owl oyster paddle paint palm panda paper parcel parsley path peach
pear pebble pencil pepper piano picnic pillow pine planet plum pocket pond pony poppy puffin pumpkin
quilt radish raft rainbow raven reed ribbon river robin rocket rope rose ruby saddle sail salmon
`
  .trim()
  .split(/\s+/)
const places = new Map(words.map((word, place) => [word, place]))
const BYTES = 3

/**
 * `acorn lamp river`: what a register is called on its paper, to be typed where anything is found. It is the end of the
 * session's id, which is random, so it tells nothing; among many thousand sessions two may share one, so what it finds
 * is offered with its date and never opened unasked.
 */
export function paperCode(id: SessionId): string {
  const end = id.slice(-2 * BYTES)
  const bytes = Array.from({ length: BYTES }, (_, at) => Number.parseInt(end.slice(2 * at, 2 * at + 2), 16))
  return bytes.map((byte) => words[byte] ?? '').join(' ')
}

/** The end of the ids of the sessions that have this code; null where the text is no code. */
export function idEndingOf(text: string): string | null {
  const typed = fold(text).split(' ')
  const found = typed.map((word) => places.get(word))
  if (found.length !== BYTES) return null
  return found.some((place) => place === undefined)
    ? null
    : found.map((place) => (place ?? 0).toString(16).padStart(2, '0')).join('')
}
