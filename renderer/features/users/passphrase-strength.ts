/** How hard a passphrase is to guess, in words. Length counts, not symbols (NCSC: three random words). */
export interface Strength {
  readonly level: 'none' | 'short' | 'weak' | 'fair' | 'strong'
  readonly words: string
}

const common = ['password', 'passphrase', 'letmein', 'qwerty', 'welcome', 'gather', 'admin', 'leicester']

/** Letters that say something new: `aaaaaaaaaa` and `1212121212` are as good as two. */
const variety = (text: string) => new Set(text.toLowerCase()).size

export function passphraseStrength(text: string, name = ''): Strength {
  const plain = text.trim().toLowerCase()
  if (plain === '') return { level: 'none', words: 'Three words that do not belong together are good.' }
  if (plain.length < 10) return { level: 'short', words: 'Too short: use at least 10 letters.' }
  const own = name.trim().toLowerCase()
  const easy = common.some((word) => plain.startsWith(word) && plain.length < 16)
  if (easy || variety(plain) < 6 || (own !== '' && plain.replace(own, '').length < 6)) {
    return { level: 'weak', words: 'Easy to guess: add a word that has nothing to do with you.' }
  }
  const wordCount = plain.split(/[\s-]+/).filter((word) => word.length > 2).length
  if (wordCount >= 3 || plain.length >= 18) return { level: 'strong', words: 'Strong.' }
  return { level: 'fair', words: 'Good enough. Another word would make it strong.' }
}
