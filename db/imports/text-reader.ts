import { isUtf8 } from 'node:buffer'
import { detect } from 'chardet'
import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'

/** Text from bytes, and in which encoding it was when that is not UTF-8. */
export interface Decoded {
  readonly text: string
  readonly encoding: string | null
}

/**
 * Decodes a text file: UTF-8 where it is so, UTF-16 by its mark, or else what the letters look like. Of the
 * single-byte encodings only Windows-1252 is met here: it is what Excel in the UK saves.
 */
export function decode(bytes: Buffer): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: iconv.decode(bytes, 'utf16-le'), encoding: null }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: iconv.decode(bytes, 'utf16-be'), encoding: null }
  if (isUtf8(bytes)) return { text: iconv.decode(bytes, 'utf8'), encoding: null }
  const guess = detect(bytes) ?? 'windows-1252'
  const encoding = /^(iso-8859|windows-125)/i.test(guess) || !iconv.encodingExists(guess) ? 'Windows-1252' : guess // prettier-ignore
  return { text: iconv.decode(bytes, encoding), encoding }
}

const delimiters = ['\t', ',', ';', '|'] as const

const records = (text: string, delimiter: string, to?: number): string[][] =>
  parse(text, {
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    ...(to === undefined ? {} : { to }),
  })

/** Splits CSV or pasted text into rows of cells, finding out what stands between them. */
export function splitText(text: string): string[][] {
  return records(text, findDelimiter(text))
}

/** What splits most of the first lines into the same number of cells, and into most of them. */
function findDelimiter(text: string): string {
  const start = text.slice(0, 20_000)
  const scored = delimiters.map((delimiter) => {
    // Cut off in the middle, the start may end inside quotes; then this is not what it is split by.
    const widths = widthsOf(start, delimiter)
    const usual = Math.max(0, ...widths.filter((width) => width > 1))
    return { delimiter, score: widths.filter((width) => width > 1).length * 100 + usual }
  })
  return scored.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ','
}

function widthsOf(text: string, delimiter: string): number[] {
  try {
    return records(text, delimiter, 40).map((cells) => cells.length)
  } catch {
    return []
  }
}
