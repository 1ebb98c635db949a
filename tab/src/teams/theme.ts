import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import type { Theme } from '@fluentui/react-components';

export type ThemeName = 'default' | 'dark' | 'contrast';

/** The Teams theme now, and word of each change. */
export interface ThemeSource {
  readonly now: () => ThemeName;
  /** Returns how to stop listening. */
  readonly listen: (changed: () => void) => () => void;
}

/** Fluent's theme for each of Teams' three. */
export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  default: readable(teamsLightTheme),
  dark: readable(teamsDarkTheme),
  contrast: readable(teamsHighContrastTheme),
};

/** Fluent names no font that Linux has; without one a browser there takes its interface's, often a very wide one. */
function readable(theme: Theme): Theme {
  const family = theme.fontFamilyBase.replace(
    '-apple-system',
    "'Noto Sans', 'Liberation Sans', -apple-system",
  );
  return { ...theme, fontFamilyBase: family };
}

/** Teams may name themes that we do not know (`glass`); they fall back to the light one. */
export function themeName(name: string | null | undefined): ThemeName {
  return name === 'dark' || name === 'contrast' ? name : 'default';
}

/** Outside of Teams: `?theme=` in the address, else what the browser prefers. */
export function browserTheme(): ThemeSource {
  const asked = new URLSearchParams(window.location.search).get('theme');
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const contrast = window.matchMedia('(forced-colors: active), (prefers-contrast: more)');
  const preferred = () => (contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'default');
  return {
    now: () => (asked === null ? preferred() : themeName(asked)),
    listen: (changed) => {
      for (const query of [dark, contrast]) query.addEventListener('change', changed);
      return () => {
        for (const query of [dark, contrast]) query.removeEventListener('change', changed);
      };
    },
  };
}
