/** What the address of an embedded view asks for. It comes from whoever embeds: unknown words are left aside. */
import { THEMES, type Theme } from '../store/viewSlice.ts';

/** `interactive`: the load can be dragged; `read-only`: played and scrubbed; `presenter`: larger, for slides. */
export const EMBED_VARIANTS = ['interactive', 'read-only', 'presenter'] as const;
export type EmbedVariant = (typeof EMBED_VARIANTS)[number];

export interface EmbedParameters {
  readonly variant: EmbedVariant;
  /** undefined: as the reader's system is */
  readonly theme: Theme | undefined;
  /** the instant to open at, simulated seconds */
  readonly atSeconds: number | undefined;
}

/**
 * @param query of the address, with or without `?`
 * @returns undefined: the address asks for the whole page
 */
export function embedParameters(query: string): EmbedParameters | undefined {
  const given = new URLSearchParams(query);
  const embed = given.get('embed');
  if (embed === null) return undefined;
  const at = given.get('at') ?? '';
  return {
    variant: EMBED_VARIANTS.find((known) => known === embed) ?? 'interactive',
    theme: THEMES.find((known) => known === given.get('theme')),
    atSeconds: /^\d{1,7}$/.test(at) ? Number(at) : undefined,
  };
}
