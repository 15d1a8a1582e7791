/** A part of the page as one SVG document with a heading: opens anywhere, needs nothing of the page. */
import { missingDefinitions } from './copySvg.ts';
import { framedOf, paintPage } from './paintPage.ts';
import { SVG, svgElement } from './svgElement.ts';

export interface Heading {
  readonly title: string;
  readonly subtitle: string;
  /** for whoever opens the picture in the page again */
  readonly link: string;
}

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 16;
const HEAD_HEIGHT = 52;
const NO_TRANSITIONS = '*, *::before, *::after { transition: none !important; animation: none !important; }';

/**
 * @param theme colours of the picture; undefined: those of the page. Nobody sees the page change: no frame is painted
 *   in between.
 */
export function composePicture(part: Element, heading: Heading, theme: string | undefined): Picture {
  const { dataset } = document.documentElement;
  const before = dataset.theme;
  const style = document.createElement('style');
  style.textContent = NO_TRANSITIONS;
  document.head.append(style);
  try {
    if (theme !== undefined) dataset.theme = theme;
    return compose(part, heading);
  } finally {
    if (before === undefined) delete dataset.theme;
    else dataset.theme = before;
    style.remove();
  }
}

function compose(part: Element, { title, subtitle, link }: Heading): Picture {
  const area = framedOf(part);
  const width = Math.ceil(area.right - area.left + 2 * MARGIN);
  const height = Math.ceil(area.bottom - area.top + HEAD_HEIGHT + MARGIN);
  const page = getComputedStyle(document.body);
  const font = page.fontFamily.replaceAll('"', "'");
  const root = svgElement('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img' });
  const words = { 'font-family': font, x: MARGIN };
  root.append(
    svgElement('title', {}, title),
    svgElement('desc', {}, `${subtitle}. Open it: ${link}`),
    svgElement('rect', { width, height, fill: backgroundOf(part) }),
    svgElement('text', { ...words, y: 24, fill: page.color, 'font-size': 16, 'font-weight': '600' }, title),
    svgElement('text', { ...words, y: 42, fill: page.color, 'font-size': 12, opacity: '0.75' }, subtitle),
    paintPage(part, { x: area.left - MARGIN, y: area.top - HEAD_HEIGHT }),
  );
  const definitions = missingDefinitions(root);
  if (definitions.length > 0) {
    const defs = svgElement('defs');
    defs.append(...definitions);
    root.prepend(defs);
  }
  const text = new XMLSerializer().serializeToString(root);
  const svg = text.includes(`xmlns="${SVG}"`) ? text : text.replace('<svg', `<svg xmlns="${SVG}"`);
  return { svg, width, height };
}

/** What shines through from behind. */
function backgroundOf(part: Element): string {
  for (let around: Element | null = part; around !== null; around = around.parentElement) {
    const { backgroundColor } = getComputedStyle(around);
    if (!/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return backgroundColor;
  }
  return 'rgb(255, 255, 255)';
}
