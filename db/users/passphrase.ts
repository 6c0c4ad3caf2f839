import { hash, verify } from '@node-rs/argon2'

/** argon2id at OWASP's least setting: 19 MiB, two passes. It takes about 30 ms, off the event loop. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassphrase = (passphrase: string): Promise<string> =>
  hash(passphrase.normalize('NFKC'), options)

export const verifyPassphrase = (passphraseHash: string, passphrase: string): Promise<boolean> =>
  verify(passphraseHash, passphrase.normalize('NFKC'))
