import { useState } from 'react';
import { schemeOf, type ColorScheme } from '../shared/theme';

const key = 'supportcopilot.workbench.scheme';

/** Light or dark: as last chosen here, else as the system has it. */
export function usePreferredScheme(): [ColorScheme, (scheme: ColorScheme) => void] {
  const [scheme, setScheme] = useState<ColorScheme>(() =>
    schemeOf(localStorage.getItem(key) ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')));
  return [scheme, chosen => {
    localStorage.setItem(key, chosen);
    setScheme(chosen);
  }];
}
