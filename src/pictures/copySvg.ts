/** A drawing of the page, copied so that it needs neither the page's style sheets nor its ids elsewhere. */
import { xmlText } from './svgElement.ts';

/** What a style sheet can say about a shape; kept on the copy where it is not what it would be anyway. */
const STYLES: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  opacity: '1',
  visibility: 'visible',
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  'paint-order': 'normal',
  'clip-path': 'none',
  mask: 'none',
};

/** Of a shape alone: a group hands it down. */
const NOT_OF_GROUPS = new Set(['font-family', 'font-size', 'font-weight']);

const COPIED = new Set(
  'svg g path rect line circle ellipse polyline polygon text tspan defs clipPath pattern mask linearGradient radialGradient stop use marker'.split(
    ' ',
  ),
);

/** Geometry and references. Anything else is a matter of the page: classes, roles, keys, handlers. */
const KEPT =
  /^(id|d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|dx|dy|width|height|points|transform|viewBox|preserveAspectRatio|offset|href|clip-rule|fill-rule|textLength|rotate|refX|refY|orient|marker\w*|pattern\w+|gradient\w+|clipPathUnits|mask\w+)$/;

function copyStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const [name, usual] of Object.entries(STYLES)) {
    if (NOT_OF_GROUPS.has(name) && !/^(text|tspan)$/.test(from.localName)) continue;
    // What is inherited has to be said where it changes, and where the usual comes back.
    const value = style.getPropertyValue(name);
    if (value !== '' && (value !== usual || to.hasAttribute(name)))
      to.setAttribute(name, value.replaceAll('"', ''));
  }
  if (from instanceof SVGElement && from.style.transform !== '')
    to.setAttribute('transform', style.transform);
}

/** @returns undefined for what is not drawn */
export function copySvg(from: Element): SVGElement | undefined {
  if (!COPIED.has(from.localName)) return undefined;
  const isDefinition = from.closest('defs') !== null;
  if (!isDefinition && getComputedStyle(from).display === 'none') return undefined;
  const to = document.createElementNS(from.namespaceURI, from.localName) as SVGElement;
  for (const { name, value } of from.attributes) if (KEPT.test(name)) to.setAttribute(name, value);
  if (from.localName === 'use' && !/^#/.test(to.getAttribute('href') ?? '')) return undefined;
  copyStyles(from, to);
  for (const child of from.childNodes) {
    if (child instanceof Element) {
      const copied = copySvg(child);
      if (copied !== undefined) to.append(copied);
    } else if (child instanceof Text && /^(text|tspan)$/.test(from.localName)) {
      to.append(xmlText(child.data));
    }
  }
  return to;
}

const REFERENCE = /url\(["']?#([^"')]+)["']?\)/g;

/** Copies of what the drawing refers to and does not hold: patterns that charts share. */
export function missingDefinitions(drawing: Element): SVGElement[] {
  const missing = new Map<string, SVGElement>();
  const seek = (root: Element): void => {
    for (const [, id = ''] of root.outerHTML.replaceAll('&quot;', '"').matchAll(REFERENCE)) {
      if (missing.has(id) || drawing.querySelector(`[id="${CSS.escape(id)}"]`) !== null) continue;
      const original = document.getElementById(id);
      const copied = original === null ? undefined : copySvg(original);
      if (copied === undefined) continue;
      missing.set(id, copied);
      seek(copied);
    }
  };
  seek(drawing);
  return [...missing.values()];
}
