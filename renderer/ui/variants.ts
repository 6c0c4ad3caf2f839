import { defaultVariantColorsResolver } from '@mantine/core'
import type { VariantColorsResolver } from '@mantine/core'

interface Tone {
  readonly ink: string
  readonly onInk: string
  readonly inkHover: string
  readonly tint: string
}

const tones: Readonly<Record<string, Tone>> = {
  accent: {
    ink: 'var(--g-accent)',
    onInk: 'var(--g-on-accent)',
    inkHover: 'var(--g-accent-hover)',
    tint: 'var(--g-accent-tint)',
  },
  danger: {
    ink: 'var(--g-danger)',
    onInk: 'var(--g-on-danger)',
    inkHover: 'var(--g-danger)',
    tint: 'var(--g-danger-tint)',
  },
  gray: {
    ink: 'var(--g-quiet)',
    onInk: 'var(--g-surface)',
    inkHover: 'var(--g-text)',
    tint: 'var(--g-hover)',
  },
}

/** Buttons and badges from the tokens: Mantine's own choice of text would be white on the dark scheme's pale accent. */
export const variantColors: VariantColorsResolver = (input) => {
  const tone = tones[input.color ?? input.theme.primaryColor]
  const plain = { border: '1px solid transparent' }
  if (tone === undefined) return defaultVariantColorsResolver(input)
  switch (input.variant) {
    case 'filled':
      return { ...plain, background: tone.ink, hover: tone.inkHover, color: tone.onInk }
    case 'light':
      return { ...plain, background: tone.tint, hover: 'var(--g-hover)', color: tone.ink }
    case 'outline':
      return { background: 'transparent', hover: tone.tint, color: tone.ink, border: `1px solid ${tone.ink}` }
    case 'subtle':
      return { ...plain, background: 'transparent', hover: 'var(--g-hover)', color: tone.ink }
    default:
      return defaultVariantColorsResolver(input)
  }
}
