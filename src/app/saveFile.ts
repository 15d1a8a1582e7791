/** Files on their way out of the page. */

export interface MadeFile {
  readonly name: string;
  readonly blob: Blob;
}

/** Milliseconds after which the page gets its turn while a long text is put together. */
const TURN_MS = 24;

export async function blobOf(pieces: Iterable<string>, type: string): Promise<Blob> {
  const parts: string[] = [];
  let since = performance.now();
  for (const piece of pieces) {
    parts.push(piece);
    if (performance.now() - since < TURN_MS) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  }
  return new Blob(parts, { type });
}

/** Longer than any browser takes to begin with it. */
const KEPT_MS = 60_000;

export function saveFile({ name, blob }: MadeFile): void {
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

/** "45 kB" */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
