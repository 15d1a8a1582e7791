/** Short texts at places that follow the drawn run. */

export interface PlacedText {
  readonly x: number;
  readonly text: string;
}

/** Makes the children of a group these texts, all at one height; elements that are there are used again. */
export function placeTexts(group: SVGGElement, y: number, texts: readonly PlacedText[]): void {
  while (group.childElementCount > texts.length) group.lastElementChild?.remove();
  texts.forEach(({ x, text }, index) => {
    const element = group.children[index] ?? append(group);
    element.setAttribute('x', String(x));
    element.setAttribute('y', String(y));
    if (element.textContent !== text) element.textContent = text;
  });
}

function append(group: SVGGElement): Element {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  group.append(element);
  return element;
}
