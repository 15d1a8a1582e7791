import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { start } from './app/start.ts';
import { embedParameters } from './embed/parameters.ts';
import './ui/base.css';

/** A function, not the module itself: what is fetched on the way may import from this file, and would wait for it. */
async function open(root: HTMLElement): Promise<void> {
  const embed = embedParameters(location.search);
  if (embed === undefined) {
    const services = await start();
    // In slices: the worker's first answer and the first input must not wait for the whole page.
    startTransition(() => createRoot(root).render(<App services={services} />));
    return;
  }
  const [services, { mountEmbed }] = await Promise.all([
    start({ keepsNothing: true }),
    import('./embed/mountEmbed.tsx'),
  ]);
  mountEmbed(root, services, embed);
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
void open(root);
