/**
 * The rooms of the project and the arrows between them. A room may import itself and what its row allows; types alone
 * where the row says so, because a type leaves nothing in the running program. Adding an arrow is a design decision:
 * give its reason here.
 */

export interface Zone {
  /** folder, or single file, from the project's root; the longest that fits a file is its zone */
  readonly room: string;
  /** zones whose values and types it may import */
  readonly may: readonly string[];
  /** zones of which it may import types alone */
  readonly mayTypes?: readonly string[];
  /** packages that it may import; undefined: any that package.json names */
  readonly packages?: readonly string[];
  readonly because: string;
}

const NO_PACKAGES: readonly string[] = [];

/** What runs in the page reads the core through its public surface. */
const CORE = 'src/core/index.ts';

const CORE_ZONES: readonly Zone[] = [
  {
    room: 'src/core/go',
    may: [],
    packages: NO_PACKAGES,
    because: 'Go semantics are the ground: they know nothing of Kubernetes.',
  },
  {
    room: 'src/core/releases',
    may: [],
    packages: NO_PACKAGES,
    because: 'The table of what differs between minors is data that every room may read.',
  },
  {
    room: 'src/core/apimachinery',
    may: ['src/core/go', 'src/core/releases'],
    packages: NO_PACKAGES,
    because: 'Quantities, labels and field errors are words of the API, below any rule of autoscaling.',
  },
  {
    room: 'src/core/yaml',
    may: ['src/core/go'],
    packages: NO_PACKAGES,
    because:
      'YAML as Kubernetes programs read it: a text in, JSON or go-yaml’s error out, whatever the text is about.',
  },
  {
    room: 'src/core/autoscaling',
    may: ['src/core/go', 'src/core/apimachinery', 'src/core/releases', 'src/core/yaml'],
    packages: NO_PACKAGES,
    because: 'What an HPA is must not depend on what the controller does with it.',
  },
  {
    room: 'src/core/keda',
    may: ['src/core/go', 'src/core/apimachinery', 'src/core/autoscaling', 'src/core/releases'],
    packages: NO_PACKAGES,
    because:
      'What KEDA makes of a ScaledObject is an HPA and a loop of its own; it knows no cluster and no text.',
  },
  {
    room: 'src/core/podautoscaler',
    may: ['src/core/go', 'src/core/apimachinery', 'src/core/autoscaling', 'src/core/releases'],
    packages: NO_PACKAGES,
    because:
      'The controller sees the cluster through narrow interfaces only, so recorded traces and the plant are interchangeable.',
  },
  {
    room: 'src/core/load',
    may: [],
    packages: NO_PACKAGES,
    because: 'A load curve is numbers over time.',
  },
  {
    room: 'src/core/cluster/signals.ts',
    may: ['src/core/apimachinery'],
    mayTypes: ['src/core/autoscaling', 'src/core/cluster'],
    packages: NO_PACKAGES,
    because: 'What a metric is bound to by its name: a new scenario is sized by it, and the page shows it.',
  },
  {
    room: 'src/core/cluster',
    may: [
      'src/core/cluster/signals.ts',
      'src/core/go',
      'src/core/apimachinery',
      'src/core/load',
      'src/core/releases',
    ],
    mayTypes: ['src/core/autoscaling', 'src/core/podautoscaler', 'src/core/manifest'],
    packages: NO_PACKAGES,
    because: 'The plant answers the controller’s questions and knows none of its rules.',
  },
  {
    room: 'src/core/manifest',
    may: [
      'src/core/go',
      'src/core/apimachinery',
      'src/core/autoscaling',
      'src/core/keda',
      'src/core/releases',
      'src/core/yaml',
    ],
    mayTypes: ['src/core/podautoscaler'],
    packages: ['js-yaml', 'yaml'],
    because:
      'It reads text with the places of what it says, and so it has a parser that keeps them; `yaml` has kubectl’s words.',
  },
  {
    room: 'src/core/scenario',
    may: [
      'src/core/apimachinery',
      'src/core/cluster/signals.ts',
      'src/core/load',
      'src/core/releases',
      'src/core/manifest',
      'src/core/yaml',
    ],
    mayTypes: ['src/core/autoscaling', 'src/core/cluster', 'src/core/podautoscaler'],
    packages: ['valibot'],
    because:
      'The saved document, as a file too; the manifest inside it stays text. Its schema is checked at this door.',
  },
  {
    room: 'src/core/trace',
    may: ['src/core/apimachinery', 'src/core/cluster/signals.ts'],
    mayTypes: [
      'src/core/autoscaling',
      'src/core/keda',
      'src/core/podautoscaler',
      'src/core/cluster',
      'src/core/manifest',
      'src/core/scenario',
    ],
    packages: NO_PACKAGES,
    because: 'A run as plain data: shapes, and their conversion to the recorded form.',
  },
  {
    room: 'src/core/simulation',
    may: [
      'src/core/go',
      'src/core/apimachinery',
      'src/core/autoscaling',
      'src/core/podautoscaler',
      'src/core/keda',
      'src/core/releases',
      'src/core/load',
      'src/core/cluster',
      'src/core/manifest',
      'src/core/trace',
    ],
    mayTypes: ['src/core/scenario'],
    packages: NO_PACKAGES,
    because:
      'The one place where controller and cluster meet; manifests are applied here while a run goes on.',
  },
  {
    room: 'src/core/expectations',
    may: ['src/core/apimachinery', 'src/core/trace'],
    mayTypes: ['src/core/podautoscaler'],
    packages: NO_PACKAGES,
    because:
      'What somebody holds of a run is asked of its Trace; with no way to the controller, no rule is repeated.',
  },
  {
    room: 'src/core/lesson',
    may: [
      'src/core/expectations',
      'src/core/manifest',
      'src/core/scenario',
      'src/core/trace',
      'src/core/yaml',
    ],
    mayTypes: ['src/core/autoscaling'],
    packages: ['valibot'],
    because:
      'What is taught with is made of scenarios and expectations; whoever wants its figures runs the scenarios and hands the traces in.',
  },
  {
    room: 'src/core/explanation',
    may: ['src/core/apimachinery', 'src/core/releases', 'src/core/trace'],
    mayTypes: ['src/core/autoscaling', 'src/core/keda', 'src/core/podautoscaler'],
    packages: NO_PACKAGES,
    because:
      'An explanation is made from what was recorded; with no way to the controller, no rule can be repeated.',
  },
  {
    room: 'src/core/kubectl',
    may: ['src/core/go', 'src/core/apimachinery', 'src/core/releases', 'src/core/yaml'],
    mayTypes: ['src/core/autoscaling', 'src/core/podautoscaler', 'src/core/trace'],
    packages: NO_PACKAGES,
    because:
      'What kubectl prints are objects that the API server stored; it decides nothing and knows no rule.',
  },
  {
    room: 'src/core/advice',
    may: [
      'src/core/go',
      'src/core/apimachinery',
      'src/core/autoscaling',
      'src/core/podautoscaler',
      'src/core/releases',
      'src/core/manifest',
      'src/core/trace',
    ],
    mayTypes: ['src/core/scenario'],
    packages: NO_PACKAGES,
    because:
      'What depends on the controller’s rules is asked of the controller itself, so none is written twice.',
  },
  {
    room: CORE,
    may: ['src/core'],
    packages: NO_PACKAGES,
    because: 'The public surface names what the rooms offer.',
  },
];

const PAGE_ZONES: readonly Zone[] = [
  {
    room: 'src/ui',
    may: [],
    because: 'Buttons and panels know nothing of Kubernetes.',
  },
  {
    room: 'src/glossary',
    may: ['src/ui'],
    because: 'What the words mean, and how that is shown, knows nothing of any run.',
  },
  {
    room: 'src/neighbours',
    may: ['src/ui', 'examples'],
    mayTypes: [CORE],
    because: 'Autoscalers told apart is data about them, and scenarios that are opened elsewhere.',
  },
  {
    room: 'src/tour',
    may: [],
    because: 'The tour points at what is on the page, by what it is called there.',
  },
  {
    room: 'src/worker/protocol.ts',
    may: [],
    mayTypes: ['src/core'],
    packages: NO_PACKAGES,
    because: 'The boundary of the worker is a type: plain data, no behaviour.',
  },
  {
    room: 'src/worker',
    may: [CORE, 'src/core'],
    packages: NO_PACKAGES,
    because: 'Here the simulation runs, away from the page’s thread.',
  },
  {
    room: 'src/share',
    may: [CORE, 'src/core/lesson', 'src/core/scenario', 'src/core/manifest', 'src/core/releases'],
    mayTypes: ['src/core'],
    packages: NO_PACKAGES,
    because: 'A link carries a scenario or a workshop and nothing of the page.',
  },
  {
    room: 'src/charts',
    may: [CORE, 'src/ui', 'src/glossary', 'src/core/trace', 'src/core/load'],
    mayTypes: ['src/core'],
    because: 'Charts take their data by props and do not know the store.',
  },
  {
    room: 'src/curves',
    may: [CORE, 'src/ui', 'src/charts', 'src/core/load'],
    mayTypes: ['src/core'],
    because: 'The load editor takes its curve by props and does not know the store.',
  },
  {
    room: 'src/timeline',
    may: [CORE, 'src/ui', 'src/glossary', 'src/charts'],
    mayTypes: ['src/core'],
    because: 'Events on the time axis are taken by props, like the load’s points.',
  },
  {
    room: 'src/explanations',
    may: ['src/ui', 'src/glossary', 'src/charts'],
    mayTypes: ['src/core'],
    because: 'Views of an Explanation take it by props; computing anything of it is the core’s part.',
  },
  {
    room: 'src/editor',
    may: [CORE, 'src/ui'],
    mayTypes: ['src/core'],
    because: 'The editor shows a text and its problems; both are handed to it.',
  },
  {
    room: 'src/forms',
    may: [CORE, 'src/ui', 'src/glossary'],
    mayTypes: ['src/core'],
    because: 'A form shows a text and says which edit somebody asks for; who makes it is not its business.',
  },
  {
    room: 'src/compare',
    may: [CORE],
    mayTypes: ['src/glossary'],
    packages: NO_PACKAGES,
    because: 'Which scenario stands beside another, and what came of both: data in, data out.',
  },
  {
    room: 'src/offline',
    may: [],
    packages: ['workbox-precaching'],
    because: 'Keeping files for use without a network is the same for any page.',
  },
  {
    room: 'src/exports',
    may: [CORE, 'src/compare'],
    packages: NO_PACKAGES,
    because: 'What leaves the page as text: data in, text out, alike at a terminal.',
  },
  {
    room: 'src/pictures',
    may: [],
    packages: NO_PACKAGES,
    because: 'It copies whatever is drawn on the page and knows nothing of what it means.',
  },
  {
    room: 'src/library',
    may: [CORE],
    mayTypes: ['src/core'],
    packages: ['idb', 'valibot'],
    because: 'It keeps scenarios under names and does not know the page; whoever shows them asks it.',
  },
  {
    room: 'src/imports',
    may: [CORE, 'src/exports', 'src/core/lesson', 'src/core/manifest', 'src/core/apimachinery'],
    mayTypes: ['src/core'],
    packages: ['papaparse', 'valibot'],
    because: 'Texts of others in, plain data out: bounded and checked at this door, wherever they came from.',
  },
  {
    room: 'src/store',
    may: [CORE, 'src/worker', 'src/share', 'src/compare', 'src/library', 'examples'],
    mayTypes: ['src/core'],
    because:
      'State and its subscribers; it renders nothing and reaches the core’s simulation by the worker alone.',
  },
  {
    room: 'src/app',
    may: [
      CORE,
      'src/ui',
      'src/store',
      'src/worker',
      'src/share',
      'src/charts',
      'src/curves',
      'src/timeline',
      'src/explanations',
      'src/editor',
      'src/forms',
      'src/glossary',
      'src/tour',
      'src/neighbours',
      'package.json',
      'src/imports',
      'src/compare',
      'src/exports',
      'src/pictures',
      'src/library',
      'src/offline',
      'src/lessons',
      'src/workshop',
      'src/core/lesson',
      'src/core/releases',
      'examples',
    ],
    mayTypes: ['src/core'],
    because: 'The frame is the one place that knows every part of the page.',
  },
  {
    room: 'src/lessons',
    may: [
      CORE,
      'src/ui',
      'src/store',
      'src/worker',
      'src/compare',
      'src/curves',
      'src/editor',
      'src/timeline',
      'src/core/expectations',
      'src/core/lesson',
      'src/app/context.tsx',
      'src/app/saveFile.ts',
      'src/app/ThemeToggle.tsx',
      'src/app/useManifestEdits.ts',
      'src/workshop',
      'lessons',
    ],
    mayTypes: ['src/core'],
    because:
      'What is taught lies over the present scenario: it reads the same store, and asks the core what a run answers.',
  },
  {
    room: 'src/workshop',
    may: [
      CORE,
      'src/ui',
      'src/store',
      'src/share',
      'src/lessons',
      'src/core/expectations',
      'src/core/lesson',
      'src/app/context.tsx',
      'src/app/CopyButton.tsx',
      'src/app/saveFile.ts',
    ],
    mayTypes: ['src/core'],
    because: 'A workshop is a list of lessons, shown one after another by the same views.',
  },
  {
    room: 'src/embed',
    may: [
      CORE,
      'src/ui',
      'src/store',
      'src/share',
      'src/charts',
      'src/curves',
      'src/app/Announcer.tsx',
      'src/app/context.tsx',
      'src/app/Notices.tsx',
      'src/app/RunStatus.tsx',
      'src/app/ThemeToggle.tsx',
      'src/app/Transport.tsx',
    ],
    because: 'Another frame around the same charts, playback and store.',
  },
  {
    room: 'src/main.tsx',
    may: ['src/app', 'src/embed', 'src/ui', 'src/store'],
    because: 'The door of the page.',
  },
];

const OTHER_ZONES: readonly Zone[] = [
  {
    room: 'src/cli',
    may: [CORE, 'src/core', 'src/share', 'src/exports', 'examples'],
    packages: ['node:fs', 'node:path', 'node:util'],
    because: 'The same core at a terminal, without the page.',
  },
  { room: 'lessons', may: [], mayTypes: ['src/core'], because: 'What is taught is data.' },
  { room: 'examples', may: [], mayTypes: ['src/core'], because: 'Examples are data.' },
  { room: 'conformance', may: ['src/core'], because: 'It judges the core and never sees the page.' },
  {
    room: 'conformance/hostile',
    may: ['src', 'examples'],
    because: 'What strangers bring is tried at every door, those of the page too.',
  },
  {
    room: 'bench',
    may: ['src', 'examples', 'scripts', 'e2e', 'conformance'],
    because: 'It measures whatever there is.',
  },
  {
    room: 'e2e',
    may: ['scripts', 'conformance/hostile', CORE, 'src/share'],
    because:
      'A visitor sees the page and none of its modules, and brings links that others made; a hostile one brings the corpus.',
  },
  {
    room: 'scripts',
    may: ['deploy'],
    because: 'Tools work before anything is built; what the build says of the page, servers must say too.',
  },
];

export const ZONES: readonly Zone[] = [...CORE_ZONES, ...PAGE_ZONES, ...OTHER_ZONES];

/** The zones that hold the simulation’s behaviour and must stay pure: no clock, no randomness, no browser. */
export const PURE = 'src/core';

/** The one room that may tell Kubernetes minors apart. */
export const RELEASES = 'src/core/releases';
