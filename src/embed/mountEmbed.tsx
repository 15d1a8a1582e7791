/** Starts the embedded view: nothing is kept on the reader's machine, and the page around it may give commands. */
import { createRoot } from 'react-dom/client';
import type { Services } from '../app/context.tsx';
import { decodeScenario } from '../share/index.ts';
import { secondsOfSync, syncAt } from '../store/syncs.ts';
import { EmbedPage } from './EmbedPage.tsx';
import { type EmbedCommand, type EmbedNews, readCommand } from './messages.ts';
import type { EmbedParameters, EmbedVariant } from './parameters.ts';
import { heightForAll, scaleOf } from './plan.ts';

export function mountEmbed(root: HTMLElement, services: Services, parameters: EmbedParameters): void {
  const { theme, atSeconds, variant } = parameters;
  services.store.getState().setTheme(theme ?? 'system');
  if (atSeconds !== undefined) void services.firstCharts.then(() => seek(services, atSeconds));
  if (window.parent !== window) {
    window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
      const command = source === window.parent ? readCommand(data) : undefined;
      if (command !== undefined) void obey(services, command);
    });
    tellAround(services, variant);
  }
  createRoot(root).render(<EmbedPage services={services} parameters={parameters} />);
}

function seek({ store }: Services, seconds: number): void {
  const { trace, selectSync } = store.getState();
  if (trace !== undefined) selectSync(syncAt(trace, seconds));
}

async function obey(services: Services, command: EmbedCommand): Promise<void> {
  const { play, pause, openScenario, notify } = services.store.getState();
  switch (command.type) {
    case 'hpa-playground:open': {
      const decoded = await decodeScenario(command.link);
      if (decoded.ok) openScenario(decoded.scenario, { kind: 'link' });
      else notify('warning', decoded.message);
      return;
    }
    case 'hpa-playground:seek':
      pause();
      seek(services, command.seconds);
      return;
    case 'hpa-playground:play':
      play();
      return;
    case 'hpa-playground:pause':
      pause();
  }
}

/** Any page may stand around this one, and what it hears is nothing but what it shows. */
function tellAround({ store, firstCharts }: Services, variant: EmbedVariant): void {
  const tell = (news: EmbedNews): void => window.parent.postMessage(news, '*');
  const tellSize = (): void => {
    const { scenario, trace } = store.getState();
    const height = heightForAll(scaleOf(variant), scenario.loads.length, trace?.metrics.length ?? 0);
    tell({ type: 'hpa-playground:size', height });
  };
  void firstCharts.then(() => {
    tell({ type: 'hpa-playground:ready' });
    tellSize();
  });
  store.subscribe(({ trace, selectedSync, opened }, before) => {
    if (trace === undefined) return;
    if (trace !== before.trace || opened !== before.opened) tellSize();
    if (trace === before.trace && selectedSync === before.selectedSync) return;
    const replicas = trace.syncs.desiredReplicas[selectedSync] ?? -1;
    tell({ type: 'hpa-playground:sync', seconds: secondsOfSync(trace, selectedSync), replicas });
  });
}
