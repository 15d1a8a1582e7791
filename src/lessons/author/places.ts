/** Places of a document as the fields of the draft are called. */

const NAMES: readonly (readonly [RegExp, (at: number) => string])[] = [
  [/^goal\[(\d+)\]\.expectation/, (at) => `Statement ${at}`],
  [/^goal\[(\d+)\]\.text/, (at) => `Statement ${at} in words`],
  [/^hints\[(\d+)\]/, (at) => `Hint ${at}`],
  [/^sources\[(\d+)\]\.title/, (at) => `Source ${at}`],
  [/^sources\[(\d+)\]\.url/, (at) => `Address of source ${at}`],
  [/^moment/, () => 'The moment that decides'],
];

/** `hints[1] must not be empty.` as `Hint 2 must not be empty.` */
export function inWords(message: string): string {
  for (const [place, name] of NAMES) {
    const match = place.exec(message);
    if (match !== null) return name(Number(match[1]) + 1) + message.slice(match[0].length);
  }
  return message;
}
