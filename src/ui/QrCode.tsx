import type { ReactNode } from 'react';
import { encode } from 'uqr';

interface QrCodeProps {
  readonly text: string;
  /** what a screen reader says in its place */
  readonly label: string;
  /** pixels of a side */
  readonly size: number;
}

/** Empty modules around the code, as its standard asks for. */
const QUIET = 4;

/** Black on white whatever the theme: cameras want it so. */
export function QrCode({ text, label, size }: QrCodeProps): ReactNode {
  const { data, size: modules } = encode(text, { ecc: 'L', border: QUIET });
  let path = '';
  for (const [y, row] of data.entries()) {
    for (const [x, isDark] of row.entries()) if (isDark) path += `M${x} ${y}h1v1h-1z`;
  }
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${modules} ${modules}`}
      shapeRendering="crispEdges"
    >
      <rect width={modules} height={modules} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
