import { Moon, Sun, SunMoon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Shade } from '../editor/theme.ts';
import type { Theme } from '../store/viewSlice.ts';
import { IconButton } from '../ui/Button.tsx';
import { useMediaQuery } from '../ui/useMediaQuery.ts';
import { useApp, useServices } from './context.tsx';

const NEXT: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
const NAMES: Readonly<Record<Theme, string>> = { system: 'as the system', light: 'light', dark: 'dark' };
const ICONS = { system: SunMoon, light: Sun, dark: Moon } as const;

export function ThemeToggle(): ReactNode {
  const { store } = useServices();
  const theme = useApp((state) => state.theme);
  const Icon = ICONS[theme];
  const label = `Theme: ${NAMES[theme]}. Change to ${NAMES[NEXT[theme]]}`;
  return (
    <IconButton label={label} onClick={() => store.getState().setTheme(NEXT[theme])}>
      <Icon size={16} aria-hidden />
    </IconButton>
  );
}

/** The shade that is shown: the visitor's choice, or the system's. */
export function useShade(): Shade {
  const theme = useApp((state) => state.theme);
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  if (theme === 'system') return systemIsDark ? 'dark' : 'light';
  return theme;
}
