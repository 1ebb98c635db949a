import { tokens } from '@fluentui/react-components';

/** Two people on two paths that come to run side by side. Decoration. */
export function Paths() {
  const near = { fill: 'none', strokeWidth: 4, strokeLinecap: 'round' } as const;
  return (
    <svg width="168" height="96" viewBox="0 0 168 96" aria-hidden="true" focusable="false">
      <ellipse cx="84" cy="84" rx="76" ry="7" fill={tokens.colorNeutralShadowAmbient} opacity="0.5" />
      <path
        d="M14 80C48 78 46 46 84 48s42-22 66-30"
        stroke={tokens.colorBrandStroke1}
        opacity="0.5"
        {...near}
      />
      <path
        d="M26 86c34-4 38-26 66-26s40-20 62-28"
        stroke={tokens.colorPaletteMarigoldBorder2}
        {...near}
        strokeDasharray="1 9"
      />
      <circle cx="74" cy="30" r="8" fill={tokens.colorBrandStroke1} />
      <path d="M62 48c0-8 5-12 12-12s12 4 12 12" fill={tokens.colorBrandStroke1} />
      <circle cx="104" cy="36" r="7" fill={tokens.colorPaletteMarigoldBorderActive} />
      <path d="M93 54c0-7 5-11 11-11s11 4 11 11" fill={tokens.colorPaletteMarigoldBorderActive} />
    </svg>
  );
}
