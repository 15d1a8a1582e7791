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
