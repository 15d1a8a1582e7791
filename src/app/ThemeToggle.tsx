import { Contrast, Moon, Sun, SunMoon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Shade } from '../editor/theme.ts';
import { THEMES, type Theme } from '../store/viewSlice.ts';
import { IconButton } from '../ui/Button.tsx';
import { useMediaQuery } from '../ui/useMediaQuery.ts';
import { useApp, useServices } from './context.tsx';
import { THEME_NAMES } from './themes.ts';

const ICONS = { system: SunMoon, light: Sun, dark: Moon, contrast: Contrast } as const;

export function ThemeToggle(): ReactNode {
  const { store } = useServices();
  const theme = useApp((state) => state.theme);
  const Icon = ICONS[theme];
  const next = after(theme);
  const label = `Theme: ${THEME_NAMES[theme]}. Change to ${THEME_NAMES[next]}`;
  return (
    <IconButton label={label} onClick={() => store.getState().setTheme(next)}>
      <Icon size={16} aria-hidden />
    </IconButton>
  );
}

function after(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
}

/** The shade that is shown: the visitor's choice, or the system's. More contrast, where the system asks for it, always. */
export function useShade(): Shade {
  const theme = useApp((state) => state.theme);
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  const systemWantsContrast = useMediaQuery('(prefers-contrast: more)');
  const isDark = theme === 'dark' || (theme !== 'light' && systemIsDark);
  const hasContrast = theme === 'contrast' || systemWantsContrast;
  return `${isDark ? 'dark' : 'light'}${hasContrast ? '-contrast' : ''}`;
}
