import { useEffect, useLayoutEffect, useMemo, useRef, type ReactNode } from 'react';
import { DEFAULT_THEME, getColor, ThemeProvider, type IGardenTheme } from '@zendeskgarden/react-theming';

export type ColorScheme = 'light' | 'dark';

/** Anything but the word "dark" is light: Zendesk leaves the parameter out in older accounts. */
export function schemeOf(word: unknown): ColorScheme {
  return word === 'dark' ? 'dark' : 'light';
}

// Garden's own stack begins with system-ui, which many Linux desktops map to a face too wide for 320 px.
const letters = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

// Garden's colours under names a style sheet can use, so that our own parts follow the scheme with its.
const variables = {
  '--background': 'background.default',
  '--background-raised': 'background.raised',
  '--background-recessed': 'background.recessed',
  '--background-subtle': 'background.subtle',
  '--background-success': 'background.success',
  '--background-warning': 'background.warning',
  '--background-danger': 'background.danger',
  '--foreground': 'foreground.default',
  '--foreground-subtle': 'foreground.subtle',
  '--foreground-primary': 'foreground.primary',
  '--foreground-success': 'foreground.successEmphasis',
  '--foreground-warning': 'foreground.warningEmphasis',
  '--foreground-danger': 'foreground.danger',
  '--border': 'border.default',
  '--border-subtle': 'border.subtle',
  '--border-warning': 'border.warning',
  '--border-primary': 'border.primaryEmphasis',
};

/** Sets the names on an element: through the style object, which a strict content policy allows. */
function setColours({ style }: HTMLElement, theme: IGardenTheme) {
  style.setProperty('color-scheme', theme.colors.base);
  style.setProperty('--font', theme.fonts.system);
  style.setProperty('--mono', theme.fonts.mono);
  for (const [name, variable] of Object.entries(variables)) style.setProperty(name, getColor({ theme, variable }));
}

const themeOf = (scheme: ColorScheme, direction: 'ltr' | 'rtl'): IGardenTheme => ({
  ...DEFAULT_THEME,
  rtl: direction === 'rtl',
  colors: { ...DEFAULT_THEME.colors, base: scheme },
  fonts: { ...DEFAULT_THEME.fonts, system: letters },
});

/** A part of the page in a scheme of its own, for what follows the style sheet's names. */
export function Shade({ scheme, className, children }: { scheme: ColorScheme; className: string; children: ReactNode }) {
  const part = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => setColours(part.current!, themeOf(scheme, 'ltr')), [scheme]);
  return <div ref={part} className={className} data-scheme={scheme}>{children}</div>;
}

export function AppTheme({ scheme, direction, children }:
  { scheme: ColorScheme; direction: 'ltr' | 'rtl'; children: ReactNode }) {
  useEffect(() => { document.documentElement.dir = direction; }, [direction]);
  const theme = useMemo(() => themeOf(scheme, direction), [scheme, direction]);
  useLayoutEffect(() => setColours(document.documentElement, theme), [theme]);
  return <ThemeProvider theme={theme}>{children}</ThemeProvider>;
}
