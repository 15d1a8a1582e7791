/** Part of the page as SVG: boxes, texts and drawings where they stand on the screen. */
import { copySvg } from './copySvg.ts';
import { svgElement } from './svgElement.ts';

type Origin = { readonly x: number; readonly y: number };

/** Controls belong to the page; what is switched off, and what only a pointer brings up, does not belong in a picture. */
const LEFT_OUT =
  'input, select, textarea, [role=radiogroup], [role=tooltip], [role=menu], [role=dialog], [data-print=no], [data-picture=no], [aria-pressed=false], .visuallyHidden';

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function overlap(a: Area, b: Area): Area {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function isEmpty({ left, top, right, bottom }: Area): boolean {
  return right - left < 0.5 || bottom - top < 0.5;
}

const NOTHING = /^(transparent|rgba\(.*, 0\))$/;

/** @param origin where the picture's upper left corner stands on the screen */
export function paintPage(root: Element, origin: Origin): SVGGElement {
  const group = svgElement('g');
  paint(root, wholeOf(root), group, origin);
  return group;
}

/** What its framed parts take up, without the space around them and the tools below. */
export function framedOf(root: Element): Area {
  const boxes = [...root.querySelectorAll('section')].map((part) => part.getBoundingClientRect());
  if (boxes.length === 0) return wholeOf(root);
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** With what scrolling hides. */
function wholeOf(root: Element): Area {
  const { left, top } = root.getBoundingClientRect();
  const x = left - root.scrollLeft;
  const y = top - root.scrollTop;
  return { left: x, top: y, right: x + root.scrollWidth, bottom: y + root.scrollHeight };
}

function paint(element: Element, shown: Area, into: SVGElement, origin: Origin): void {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.opacity === '0' || element.matches(LEFT_OUT)) return;
  if (isTool(element)) return;
  const box = element.getBoundingClientRect();
  if (element instanceof SVGSVGElement) {
    if (style.visibility !== 'hidden' && !isEmpty(overlap(shown, box)))
      paintDrawing(element, box, into, origin);
    return;
  }
  if (style.visibility !== 'hidden') paintBox(style, overlap(shown, box), into, origin);
  const inside = style.overflowX === 'visible' ? shown : overlap(shown, box);
  for (const child of element.childNodes) {
    if (child instanceof Element) paint(child, inside, into, origin);
    else if (child instanceof Text && style.visibility !== 'hidden')
      paintText(child, style, inside, into, origin);
  }
}

/** Headings and the entries of a legend can be pressed and belong to the picture; what only does something does not. */
function isTool(element: Element): boolean {
  if (element.localName !== 'button' && element.role !== 'radio') return false;
  if (element.closest('h2, h3') !== null && element.textContent !== '') return false;
  // A legend's entry shows the line; a tool shows an icon.
  const drawing = element.querySelector('svg');
  return drawing === null || drawing.classList.contains('lucide');
}

function paintBox(style: CSSStyleDeclaration, area: Area, into: SVGElement, origin: Origin): void {
  const border = Number.parseFloat(style.borderTopWidth);
  const hasBorder = border > 0 && style.borderTopStyle !== 'none' && !NOTHING.test(style.borderTopColor);
  const hasFill = !NOTHING.test(style.backgroundColor);
  if (isEmpty(area) || !(hasBorder || hasFill)) return;
  const inset = hasBorder ? border / 2 : 0;
  into.append(
    svgElement('rect', {
      x: area.left - origin.x + inset,
      y: area.top - origin.y + inset,
      width: Math.max(0, area.right - area.left - 2 * inset),
      height: Math.max(0, area.bottom - area.top - 2 * inset),
      rx: Number.parseFloat(style.borderTopLeftRadius) || undefined,
      fill: hasFill ? style.backgroundColor : 'none',
      stroke: hasBorder ? style.borderTopColor : undefined,
      'stroke-width': hasBorder ? border : undefined,
    }),
  );
}

function paintDrawing(svg: SVGSVGElement, box: DOMRect, into: SVGElement, origin: Origin): void {
  const copied = copySvg(svg);
  if (copied === undefined) return;
  copied.setAttribute('x', String(Math.round((box.left - origin.x) * 100) / 100));
  copied.setAttribute('y', String(Math.round((box.top - origin.y) * 100) / 100));
  copied.setAttribute('width', String(box.width));
  copied.setAttribute('height', String(box.height));
  copied.removeAttribute('id');
  into.append(copied);
}

function paintText(
  text: Text,
  style: CSSStyleDeclaration,
  shown: Area,
  into: SVGElement,
  origin: Origin,
): void {
  for (const line of linesOf(text)) {
    if (isEmpty(overlap(shown, line.box)) || line.box.left >= shown.right - 4) continue;
    const middle = (line.box.top + line.box.bottom) / 2;
    into.append(
      svgElement(
        'text',
        {
          x: line.box.left - origin.x,
          // The middle of small letters stands about a third of the size above the baseline.
          y: middle - origin.y + Number.parseFloat(style.fontSize) * 0.35,
          fill: style.color,
          'font-family': style.fontFamily.replaceAll('"', "'"),
          'font-size': style.fontSize,
          'font-weight': style.fontWeight === '400' ? undefined : style.fontWeight,
        },
        line.text,
      ),
    );
  }
}

interface Line {
  readonly text: string;
  readonly box: Area;
}

/** The text as it is broken into lines. */
function linesOf(text: Text): Line[] {
  const range = document.createRange();
  const lines: { text: string; box: Area }[] = [];
  for (const { index, 0: word } of text.data.matchAll(/\S+\s*/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.trimEnd().length);
    // A rectangle of the browser has getters, which are not copied.
    const { left, top, right, bottom } = range.getBoundingClientRect();
    const box = { left, top, right, bottom };
    const last = lines.at(-1);
    if (last === undefined || Math.abs(last.box.top - box.top) > 2) lines.push({ text: word, box });
    else {
      last.text += word;
      last.box = { ...last.box, right: box.right, bottom: box.bottom };
    }
  }
  return lines.map(({ text: words, box }) => ({ text: words.trimEnd(), box }));
}
