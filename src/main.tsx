import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { start } from './app/start.ts';
import { embedParameters } from './embed/parameters.ts';
import './ui/base.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const embed = embedParameters(location.search);
if (embed === undefined) {
  const services = await start();
  // In slices: the worker's first answer and the first input must not wait for the whole page.
  startTransition(() => createRoot(root).render(<App services={services} />));
} else {
  const [services, { mountEmbed }] = await Promise.all([
    start({ keepsNothing: true }),
    import('./embed/mountEmbed.tsx'),
  ]);
  mountEmbed(root, services, embed);
}
