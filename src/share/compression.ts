/** Bytes to the characters of an address and back, with bounds on both sides of the compression. */

async function collect(
  stream: ReadableStream<Uint8Array>,
  mostBytes: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > mostBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

/** Compressed, in base64url without padding. */
export async function deflate(text: string): Promise<string> {
  const stream = streamOf(new TextEncoder().encode(text)).pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = (await collect(stream, Number.POSITIVE_INFINITY)) ?? new Uint8Array();
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export type Inflated = { readonly text: string } | { readonly fault: 'damaged' | 'too-long' };

/**
 * Undoes `deflate`. Reading stops as soon as there are more than `mostBytes`: a few thousand characters can hold many
 * megabytes.
 */
export async function inflate(encoded: string, mostBytes: number): Promise<Inflated> {
  if (!/^[A-Za-z0-9_-]+$/.test(encoded)) return { fault: 'damaged' };
  try {
    const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    const compressed = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const stream = streamOf(compressed).pipeThrough(new DecompressionStream('deflate-raw'));
    const bytes = await collect(stream, mostBytes);
    if (bytes === undefined) return { fault: 'too-long' };
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    // Wrong length of base64, a broken stream, bytes that are not text: nothing more can be said of any of them.
    return { fault: 'damaged' };
  }
}
