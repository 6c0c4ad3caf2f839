import { createTheme } from '@mantine/core'
import { filterList } from './list-filter.ts'
import { variantColors } from './variants.ts'
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core'

const onAccent = 'var(--g-on-accent)'
/** Shade 8 is the accent on light, shade 3 on dark: white reads on the one, dark text on the other. */
const accent: MantineColorsTuple = ['#e8f4f5', '#d0e9eb', '#a3dce0', '#63cbd2', '#3fb3bb', '#259aa3', '#15858d', '#0f767e', '#0b6a72', '#08535a'] // prettier-ignore
const danger: MantineColorsTuple = ['#fdeeed', '#fadad8', '#f7b9b4', '#ff9d94', '#ee7268', '#dd4d43', '#c93229', '#b8261f', '#a8201a', '#861712'] // prettier-ignore
/** Mantine draws its dark scheme from these: 0 is text, 4 lines, 6 surfaces, 7 the page. */
const dark: MantineColorsTuple = ['#e4ecee', '#c3d0d4', '#9db0b6', '#869aa1', '#34424a', '#2a363c', '#1b2428', '#12191c', '#0d1214', '#080b0d'] // prettier-ignore
const gray: MantineColorsTuple = ['#f5f7f7', '#eef1f2', '#e3e9ea', '#d5dddf', '#b9c4c8', '#97a5aa', '#7f8e93', '#516269', '#33444b', '#17262b'] // prettier-ignore

export const theme = createTheme({
  colors: { accent, danger, dark, gray },
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  variantColorResolver: variantColors,
  fontFamily: '"Segoe UI Variable", "Segoe UI", Inter, system-ui, sans-serif',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.5', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '6px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '1.3' },
      h2: { fontSize: '16px', lineHeight: '1.4' },
      h3: { fontSize: '14px', lineHeight: '1.45' },
    },
  },
  // Our own ring, in tokens.css: two colours, so that it shows on every ground.
  focusRing: 'never',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Modal: {
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.4 },
        // A dialog's own heading is no banner of the page.
        attributes: { header: { role: 'none' } },
        transitionProps: { duration: 120 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 120 }, withArrow: false } },
    Menu: {
      defaultProps: { withInitialFocusPlaceholder: false, transitionProps: { duration: 120 }, shadow: 'md' },
    },
    Popover: { defaultProps: { transitionProps: { duration: 120 }, shadow: 'md' } },
    Select: {
      defaultProps: {
        checkIconPosition: 'right',
        withScrollArea: false,
        comboboxProps: { transitionProps: { duration: 120 } },
        filter: filterList,
      },
    },
    MultiSelect: { defaultProps: { withScrollArea: false, filter: filterList } },
    Autocomplete: { defaultProps: { withScrollArea: false } },
    Badge: { defaultProps: { variant: 'light', radius: 'sm' } },
    Radio: { defaultProps: { iconColor: onAccent } },
    RadioIndicator: { defaultProps: { iconColor: onAccent } },
    Checkbox: { defaultProps: { iconColor: onAccent } },
    CloseButton: { defaultProps: { 'aria-label': 'Close' } },
  },
})

const shared = {
  '--mantine-color-body': 'var(--g-page)',
  '--mantine-color-text': 'var(--g-text)',
  '--mantine-color-dimmed': 'var(--g-quiet)',
  '--mantine-color-placeholder': 'var(--g-quiet)',
  '--mantine-color-default': 'var(--g-surface)',
  '--mantine-color-default-color': 'var(--g-text)',
  '--mantine-color-default-hover': 'var(--g-hover)',
  '--mantine-color-default-border': 'var(--g-control)',
  '--mantine-color-error': 'var(--g-danger)',
  '--mantine-color-anchor': 'var(--g-accent)',
  '--mantine-color-disabled-color': 'var(--g-quiet)',
}

/** Mantine's own greys and reds fail AA: point its variables at the tokens, whose pairs are all checked. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: shared, light: shared, dark: shared })
