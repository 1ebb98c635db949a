import { tokens } from '@fluentui/react-components';

/** Two paths that run side by side. Decoration only: the name always stands beside it. */
export function Mark({ size }: { readonly size: number }) {
  const line = { fill: 'none', strokeWidth: 3, strokeLinecap: 'round' } as const;
  const ink = tokens.colorNeutralForegroundOnBrand;
  const second = tokens.colorPaletteMarigoldBorder2;
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill={tokens.colorBrandBackground} />
      <path d="M9 25c0-7 8-6 8-12" stroke={ink} {...line} />
      <path d="M16 25c0-7 8-6 8-12" stroke={second} {...line} />
      <circle cx="17" cy="7.5" r="2.8" fill={ink} />
      <circle cx="24" cy="7.5" r="2.8" fill={second} />
    </svg>
  );
}
