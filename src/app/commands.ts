/** What the command palette offers for the state of this moment. */
import { decisionBeside } from '../charts/keda.ts';
import { LIMITERS } from '../charts/limiters.ts';
import { formatInstant } from '../charts/units.ts';
import { LIMITER_KINDS, MINORS } from '../core/index.ts';
import { defaultFeatureGates, switchableFeatureGates } from '../core/releases/index.ts';
import { selectDecidingSync, selectHasScaledObject, syncFigures } from '../store/selectors.ts';
import type { AppState } from '../store/state.ts';
import { changeBeside, decidingTitle, stretchBeside } from '../store/syncs.ts';
import { type BottomTab, type ManifestView, type Overlay, SPEEDS, THEMES } from '../store/viewSlice.ts';
import { chartCommands } from './chartCommands.ts';
import type { Example } from './examples.ts';
import { EXPORT_IDS, EXPORT_TITLES, type ExportId, OF_A_RUN } from './exportList.ts';
import { GATE_TEXTS } from './featureGates.ts';
import { loadCommands } from './loadCommands.ts';
import { THEME_NAMES } from './themes.ts';
import { pan, showSpan, showWholeRun, spansOf, zoomIn, zoomOut } from './zooming.ts';

export interface Command {
  /** what is read and searched; different for each */
  readonly title: string;
  /** a sentence under it, searched too */
  readonly about?: string;
  /** the key that does the same, as in the table of shortcuts */
  readonly key?: string;
  readonly run: () => void;
}

export interface CommandGroup {
  readonly title: string;
  readonly commands: readonly Command[];
}

/** What the commands do beyond the state. */
export interface PageActions {
  readonly examples: readonly Example[];
  openExample(example: Example): void;
  share(): void;
  save(id: ExportId): void;
  print(): void;
}

export function commandsOf(state: AppState, page: PageActions): readonly CommandGroup[] {
  return [
    {
      title: 'Go to',
      commands: [...playbackCommands(state), ...kedaCommands(state), ...limiterCommands(state)],
    },
    { title: 'Zoom', commands: zoomCommands(state) },
    { title: 'Show', commands: [...panelCommands(state), ...chartCommands(state)] },
    { title: 'Load', commands: loadCommands(state) },
    { title: 'Page', commands: [...pageCommands(state, page), ...themeCommands(state)] },
    { title: 'Examples', commands: page.examples.map((example) => exampleCommand(example, page)) },
    { title: 'Kubernetes', commands: [...minorCommands(state), ...gateCommands(state)] },
    { title: 'Playback speed', commands: speedCommands(state) },
  ].filter(({ commands }) => commands.length > 0);
}

function playbackCommands(state: AppState): Command[] {
  const { trace, selectedSync } = state;
  if (trace === undefined) return [];
  const has = (step: 1 | -1): boolean => changeBeside(trace, selectedSync, step) !== undefined;
  const deciding = selectDecidingSync(state);
  return [
    ...(has(1) ? [{ title: 'Next change', key: 'Alt+ArrowRight', run: () => state.stepChange(1) }] : []),
    ...(has(-1) ? [{ title: 'Previous change', key: 'Alt+ArrowLeft', run: () => state.stepChange(-1) }] : []),
    ...(deciding === undefined
      ? []
      : [
          {
            title: decidingTitle(syncFigures(state)?.limiter ?? 'none'),
            run: () => state.selectSync(deciding),
          },
        ]),
    { title: 'Start of the run', key: 'Home', run: state.toStart },
    { title: 'End of the run', key: 'End', run: state.toEnd },
    { title: state.playing ? 'Pause' : 'Play', key: ' ', run: state.playing ? state.pause : state.play },
    {
      title: state.loops ? 'Play once, not in a loop' : 'Play in a loop',
      key: 'l',
      run: () => state.setLoops(!state.loops),
    },
  ];
}

function kedaCommands({ trace, selectedSync, selectSync, pause }: AppState): Command[] {
  if (trace?.keda === undefined) return [];
  return ([1, -1] as const).flatMap((step) => {
    const sync = decisionBeside(trace, selectedSync, step);
    if (sync === undefined) return [];
    const run = (): void => {
      pause();
      selectSync(sync);
    };
    const title = `${step === 1 ? 'Next' : 'Previous'} decision of KEDA`;
    return [{ title, about: 'Activated, deactivated, cooldown, left to the HPA', run }];
  });
}

function limiterCommands(state: AppState): Command[] {
  const { trace, selectedSync } = state;
  if (trace === undefined) return [];
  return LIMITER_KINDS.flatMap((kind) =>
    ([1, -1] as const).flatMap((step) => {
      if (stretchBeside(trace, selectedSync, kind, step) === undefined) return [];
      const title = `${step === 1 ? 'Next' : 'Previous'} sync decided by: ${LIMITERS[kind].label}`;
      return [{ title, run: () => state.stepLimiter(kind, step) }];
    }),
  );
}

function zoomCommands(state: AppState): Command[] {
  if (state.trace === undefined) return [];
  const isPart = state.range !== undefined;
  return [
    { title: 'Zoom in at the cursor', key: '+', run: () => zoomIn(state) },
    ...(isPart
      ? [
          { title: 'Zoom out', key: '-', run: () => zoomOut(state) },
          { title: 'Show the whole run', key: '0', run: () => showWholeRun(state) },
          { title: 'Half a window back', key: 'Mod+Shift+ArrowLeft', run: () => pan(state, -1) },
          { title: 'Half a window on', key: 'Mod+Shift+ArrowRight', run: () => pan(state, 1) },
        ]
      : []),
    ...spansOf(state).map((seconds) => ({
      title: `Show ${formatInstant(seconds)} around the cursor`,
      run: () => showSpan(state, seconds),
    })),
  ];
}

const BOTTOM_PANELS: Readonly<Record<BottomTab, string>> = {
  why: 'Why this step?',
  kubectl: 'kubectl',
  events: 'Events of the controller',
  pods: 'Pods',
  compare: 'Compare with another scenario',
  summary: 'Summary of the run',
};

function panelCommands(state: AppState): Command[] {
  const showInput = (tab: 'manifest' | 'cluster'): void => {
    state.showLeftTab(tab);
    state.showPhoneTab(tab);
  };
  const showManifest = (view: ManifestView): void => {
    showInput('manifest');
    state.showManifestAs(view);
  };
  const showBottom = (tab: BottomTab): void => {
    state.showBottomTab(tab);
    state.showPhoneTab('charts');
  };
  return [
    { title: 'Manifest as YAML', run: () => showManifest('text') },
    { title: 'Manifest as a form', run: () => showManifest('form') },
    ...(selectHasScaledObject(state)
      ? [
          {
            title: 'Generated HPA',
            about: 'What KEDA makes of the ScaledObject',
            run: () => showManifest('generated'),
          },
        ]
      : []),
    { title: 'Cluster settings', run: () => showInput('cluster') },
    ...Object.entries(BOTTOM_PANELS).map(([tab, title]) => ({
      title,
      run: () => showBottom(tab as BottomTab),
    })),
  ];
}

function pageCommands(state: AppState, page: PageActions): Command[] {
  const { history } = state;
  return [
    { title: 'Copy the link to this scenario', about: 'Share it', run: page.share },
    { title: 'Share: link, QR code, embed', about: 'How long the link is', run: show(state, 'share') },
    {
      title: 'Export',
      about: 'Scenario, manifest, load, charts, results, report',
      run: show(state, 'export'),
    },
    { title: 'Open or import', about: 'A file or a text', run: show(state, 'import') },
    ...exportCommands(state, page),
    { title: 'Print charts and reason', run: page.print },
    ...libraryCommands(state),
    ...(history.past.length > 0
      ? [{ title: 'Undo load or setting', key: 'Mod+z', run: () => state.undo() }]
      : []),
    ...(history.future.length > 0
      ? [{ title: 'Redo load or setting', key: 'Mod+Shift+z', run: () => state.redo() }]
      : []),
    { title: 'Overview of the keys', about: 'Keyboard shortcuts', key: '?', run: showShortcuts(state) },
    ...helpCommands(state),
  ];
}

function exportCommands({ trace }: AppState, page: PageActions): Command[] {
  return EXPORT_IDS.filter((id) => trace !== undefined || !OF_A_RUN.has(id)).map((id) => ({
    title: EXPORT_TITLES[id],
    run: () => page.save(id),
  }));
}

function helpCommands({
  presentation,
  author,
  showOverlay,
  setPresentation,
  resetLayout,
}: AppState): Command[] {
  return [
    {
      title: 'Learn: course, playbook, patterns',
      about: 'Lessons, troubleshooting, a checklist for your manifest, a contest',
      run: () => showOverlay('learn'),
    },
    {
      title: 'Write a lesson',
      about: 'Its start is the present scenario, its goal is taken from the charts',
      run: () => author(true),
    },
    {
      title: 'Glossary',
      about: 'What the words mean: tolerance, window, policy…',
      run: () => showOverlay('glossary'),
    },
    {
      title: 'HPA, VPA, KEDA, nodes: who changes what',
      about: 'Autoscalers beside each other, and what happens when two of them fight',
      run: () => showOverlay('neighbours'),
    },
    { title: 'Take the tour', about: 'In a minute, what there is', run: () => showOverlay('tour') },
    { title: 'About HPA Playground', about: 'Version, licence', run: () => showOverlay('about') },
    {
      title: presentation ? 'Leave the presentation view' : 'Presentation view',
      about: 'Larger text, the manifest folded: for a projector',
      run: () => setPresentation(!presentation),
    },
    { title: 'Panels as they were', about: 'First sizes of all panels', run: resetLayout },
  ];
}

function libraryCommands(state: AppState): Command[] {
  const { source } = state;
  return [
    { title: 'Library', about: 'Scenarios kept in this browser', key: 'Mod+o', run: show(state, 'library') },
    ...(source.kind === 'kept'
      ? [{ title: `Save “${source.name}”`, about: 'In the library', key: 'Mod+s', run: state.save }]
      : []),
    {
      title: 'Save to the library under a new name',
      about: 'Save as, keep a copy',
      ...(source.kind === 'kept' ? {} : { key: 'Mod+s' }),
      run: show(state, 'keep'),
    },
  ];
}

function show(state: AppState, overlay: Overlay): () => void {
  return () => state.showOverlay(overlay);
}

function showShortcuts(state: AppState): () => void {
  return () => state.showOverlay('shortcuts');
}

function themeCommands(state: AppState): Command[] {
  return THEMES.filter((theme) => theme !== state.theme).map((theme) => ({
    title: `Theme: ${THEME_NAMES[theme]}`,
    run: () => state.setTheme(theme),
  }));
}

function exampleCommand(example: Example, page: PageActions): Command {
  const { title, description } = example;
  return { title: `Open “${title}”`, about: description, run: () => page.openExample(example) };
}

function minorCommands({ scenario, setKubernetes }: AppState): Command[] {
  return [...MINORS]
    .reverse()
    .filter((minor) => minor !== scenario.kubernetes)
    .map((minor) => ({ title: `Kubernetes ${minor}`, run: () => setKubernetes(minor) }));
}

function gateCommands({ scenario, setFeatureGate }: AppState): Command[] {
  const { kubernetes, featureGates } = scenario;
  const defaults = defaultFeatureGates(kubernetes);
  return switchableFeatureGates(kubernetes).map((gate) => {
    const standard = defaults[gate] === true;
    const next = !(featureGates[gate] ?? standard);
    return {
      title: `Switch ${next ? 'on' : 'off'} ${gate}`,
      about: GATE_TEXTS[gate],
      run: () => setFeatureGate(gate, next === standard ? undefined : next),
    };
  });
}

function speedCommands(state: AppState): Command[] {
  return SPEEDS.filter((speed) => speed !== state.speed).map((speed) => ({
    title: `Speed ${speed}×`,
    run: () => state.setSpeed(speed),
  }));
}
