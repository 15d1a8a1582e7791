/** The library of this browser. */
import { idbShelf } from './idbShelf.ts';
import { createLibrary, type Library, type Neighbours } from './library.ts';
import { memoryShelf, type Shelf } from './shelf.ts';

const NAME = 'hpa-playground';
/** Some browsers never answer when their database is damaged. */
const PATIENCE_MS = 4000;

export async function openLibrary(): Promise<Library> {
  return createLibrary(await openShelf(), { now: Date.now, newId, neighbours: neighbours() });
}

async function openShelf(): Promise<Shelf> {
  const tooLong = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS, undefined));
  try {
    return (await Promise.race([idbShelf(NAME), tooLong])) ?? memoryShelf();
  } catch {
    return memoryShelf();
  }
}

/** `crypto.randomUUID` is not there on hosts without https. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}

function neighbours(): Neighbours {
  if (typeof BroadcastChannel === 'undefined') return { tell() {}, onTold() {} };
  const channel = new BroadcastChannel(`${NAME}.library`);
  return {
    tell: (id) => channel.postMessage(id),
    onTold: (listener) =>
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'string') listener(data);
      }),
  };
}
