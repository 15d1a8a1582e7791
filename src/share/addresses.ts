/** Addresses of one scenario: the whole page, the embedded view, and what a document needs to show it. */

/**
 * The address of the whole page with the same scenario.
 *
 * @param address of an embedded view
 */
export function fullPage(address: string): string {
  const url = new URL(address);
  for (const name of ['embed', 'theme', 'at']) url.searchParams.delete(name);
  return url.href;
}

/**
 * The address of an embedded view of a scenario.
 *
 * @param link    of the whole page, its scenario behind the `#`
 * @param variant nothing where the load can be dragged
 */
export function embedAddress(link: string, variant: 'read-only' | 'presenter' | undefined): string {
  const url = new URL(fullPage(link));
  url.searchParams.set('embed', variant ?? '');
  // `?embed=` says no more than `?embed`.
  return url.href.replace(/([?&]embed)=(?=[&#]|$)/, '$1');
}

/** Pixels; load, replicas, what decided and one metric have room in it. */
const SNIPPET_HEIGHT = 620;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * The element that shows an embedded view inside a document of HTML.
 *
 * @param address of the embedded view
 * @param title   what a screen reader calls it; any text
 */
export function embedSnippet(address: string, title: string): string {
  const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
  return (
    `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${SNIPPET_HEIGHT}" ` +
    'loading="lazy" style="border: 0"></iframe>'
  );
}
