/** The themes that can be chosen, in the order in which the button goes through them. */
import type { Theme } from '../store/viewSlice.ts';

export interface ThemeChoice {
  readonly theme: Theme;
  readonly name: string;
}

export const THEMES: readonly ThemeChoice[] = [
  { theme: 'system', name: 'as the system' },
  { theme: 'light', name: 'light' },
  { theme: 'dark', name: 'dark' },
];
