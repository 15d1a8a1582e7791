import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { start } from './app/start.ts';
import './ui/base.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const services = await start();
// In slices: the worker's first answer and the first input must not wait for the whole page.
startTransition(() => createRoot(root).render(<App services={services} />));
