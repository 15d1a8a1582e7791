/** Where a link fits: what others keep of a long one. */

export interface Keeper {
  readonly name: string;
  /** of a text, its link included */
  readonly mostCharacters: number;
}

/**
 * What a link is usually put into, shortest first. The figures are what each of them states: Discord for a message
 * without a subscription; ISO/IEC 18004 for bytes in a code of version 40 with the lowest correction; Slack’s advice to
 * its clients, who split a longer message; RFC 9110 (section 4.1) for what everything that handles addresses has to
 * support at least.
 */
export const KEEPERS: readonly Keeper[] = [
  { name: 'a message on Discord', mostCharacters: 2000 },
  { name: 'a QR code', mostCharacters: 2953 },
  { name: 'a message on Slack', mostCharacters: 4000 },
  { name: 'all that handles web addresses (RFC 9110)', mostCharacters: 8000 },
];

/** What a QR code holds at most; an address has one byte a character. */
export const QR_CHARACTERS = 2953;

/** From here on a file is the safer way. */
export const SAFE_CHARACTERS = 2000;

/** Those that would cut it. */
export function cutBy(characters: number): readonly Keeper[] {
  return KEEPERS.filter(({ mostCharacters }) => characters > mostCharacters);
}
