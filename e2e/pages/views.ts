/** Every view of the playground, once: what it is called, and how a visitor comes to it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { RUN_LINKS } from '../fixtures/runLinks.ts';
import { example } from '../fixtures/test.ts';
import { ChartsPage } from './ChartsPage.ts';
import type { PlaygroundPage } from './PlaygroundPage.ts';

export const SIZES = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

export type Size = keyof typeof SIZES;

export interface View {
  readonly name: string;
  readonly open: (playground: PlaygroundPage) => Promise<unknown>;
  /** where it is on one of the two only */
  readonly only?: Size;
}

/** Views that are come to from one another, over one opening of the page. */
export interface ViewGroup {
  readonly name: string;
  /** what stands behind the address, `#` or `?` included; none: the page as it is */
  readonly address?: string;
  readonly views: readonly View[];
  /** from a view back to where the next one begins */
  readonly leave?: (playground: PlaygroundPage) => Promise<unknown>;
}

const WEB = example('01-web-cpu.yaml');

const STORED = `apiVersion: v1
kind: List
items:
- apiVersion: autoscaling/v2
  kind: HorizontalPodAutoscaler
  metadata: { name: shop, namespace: prod, uid: 0f8fad5b-d9cb-469f-a165-70867728950e }
  spec:
    maxReplicas: 9
    metrics:
    - { type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 60 } } }
    scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: shop }
  status: { currentReplicas: 5, desiredReplicas: 5 }
`;

function tab(name: string | RegExp) {
  return async ({ page }: PlaygroundPage): Promise<void> => {
    const shown = page.getByRole('tab', { name, exact: typeof name === 'string' });
    await shown.click();
    await expect(shown).toHaveAttribute('aria-selected', 'true');
  };
}

/** On a phone the input lies behind tabs. */
async function showInput({ page }: PlaygroundPage, name: 'Manifest' | 'Cluster' | 'Charts'): Promise<void> {
  const wanted = page.getByRole('tab', { name, exact: true });
  if (await wanted.isVisible()) await wanted.click();
}

/** By the palette, which is there at each size. */
function command(title: string, shown: (page: Page) => Locator) {
  return async ({ page }: PlaygroundPage): Promise<void> => {
    await page.keyboard.press('ControlOrMeta+k');
    const palette = page.getByRole('dialog', { name: 'Commands' });
    await palette.getByRole('combobox').fill(title);
    await palette
      .getByRole('option', { name: new RegExp(`^${title}`) })
      .first()
      .click();
    await expect(palette).toBeHidden();
    await expect(shown(page)).toBeVisible();
  };
}

const dialog = (name: string | RegExp) => (page: Page) => page.getByRole('dialog', { name });

/** What a button opens: a menu or a box. */
function opened(button: string | RegExp, role: 'menu' | 'dialog' = 'menu') {
  return async (playground: PlaygroundPage): Promise<void> => {
    await playground.button(button).click();
    await expect(playground.page.getByRole(role).first()).toBeVisible();
  };
}

const pressEscape = ({ page }: PlaygroundPage): Promise<void> => page.keyboard.press('Escape');

const ABOUT_THE_RUN: ViewGroup = {
  name: 'what is said of the run',
  views: [
    {
      name: 'why',
      async open(playground) {
        await playground.selectSync(40);
        await playground.reasonOf(40);
      },
    },
    {
      name: 'what if',
      async open({ page }) {
        const question = page.getByRole('region', { name: 'What if?' });
        await question.getByRole('button', { name: 'twice the max' }).click();
        await expect(question.getByRole('status')).not.toHaveText('Running it…');
      },
    },
    { name: 'kubectl get --watch', open: tab('kubectl') },
    { name: 'kubectl get', open: tab('get') },
    { name: 'kubectl describe', open: tab('describe') },
    { name: 'kubectl events', open: tab('events') },
    { name: 'events', open: tab(/^Events/) },
    { name: 'pods', open: tab(/^Pods/) },
    {
      name: 'pods of the whole run',
      open: ({ page }) => page.getByRole('switch', { name: 'Pods of the whole run' }).click(),
    },
    { name: 'summary', open: tab('Summary') },
  ],
};

const COMPARING: ViewGroup = {
  name: 'a comparison',
  views: [
    { name: 'nothing compared yet', open: tab('Compare') },
    {
      name: 'another manifest pasted',
      async open(playground) {
        await playground.button('Compare with another manifest').click();
        await playground.page
          .getByRole('textbox', { name: 'The other manifest' })
          .fill(WEB.replace(/maxReplicas: \d+/, 'maxReplicas: 3'));
      },
    },
    {
      name: 'outcomes',
      async open({ page }) {
        await page.getByRole('button', { name: 'Compare with this one' }).click();
        await expect(page.getByRole('table', { name: 'Outcomes of both runs' })).toBeVisible();
      },
    },
    {
      name: 'differences',
      async open({ page }) {
        await page.getByRole('button', { name: 'Show what differs in the manifests' }).click();
        await expect(page.locator('.monaco-diff-editor .line-insert').first()).toBeVisible();
      },
    },
  ],
};

const INPUT: ViewGroup = {
  name: 'the input',
  views: [
    {
      name: 'manifest as text',
      async open(playground) {
        await showInput(playground, 'Manifest');
        await playground.waitForEditor();
      },
    },
    { name: 'manifest as a form', open: (playground) => playground.showForm() },
    { name: 'adding a metric', open: opened('Add a metric') },
    {
      name: 'cluster',
      async open(playground) {
        await pressEscape(playground);
        await showInput(playground, 'Cluster');
        await expect(playground.page.getByRole('textbox').first()).toBeVisible();
      },
    },
    {
      name: 'what kubectl printed, pasted',
      async open(playground) {
        await showInput(playground, 'Manifest');
        await playground.showText();
        await playground.paste(STORED);
        await expect(playground.button('Take over from cluster')).toBeVisible();
      },
    },
    {
      name: 'taken over, with a way back',
      async open(playground) {
        await playground.button('Take over from cluster').click();
        await expect(playground.page.getByText(/^Taken over/)).toBeVisible();
      },
    },
    {
      name: 'errors in the manifest',
      async open(playground) {
        await playground.paste(WEB.replace('maxReplicas:', 'maxReplica:'));
        await expect(playground.problems.getByRole('button').first()).toBeVisible();
      },
    },
    { name: 'charts of the last good manifest', only: 'phone', open: tab('Charts') },
    {
      name: 'the input folded to a rail',
      only: 'desktop',
      async open(playground) {
        await playground.button('Fold the panel').click();
        await expect(playground.button('Show manifest and cluster')).toBeVisible();
      },
    },
  ],
};

const HELP: ViewGroup = {
  name: 'palette, help and boxes of charts',
  leave: pressEscape,
  views: [
    {
      name: 'palette',
      async open({ page }) {
        await page.keyboard.press('ControlOrMeta+k');
        await expect(
          page.getByRole('dialog', { name: 'Commands' }).getByRole('option').first(),
        ).toBeVisible();
      },
    },
    {
      name: 'palette without a match',
      async open({ page }) {
        await page.keyboard.press('ControlOrMeta+k');
        await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('qqqq');
        await expect(page.getByText('No command has these letters.')).toBeVisible();
      },
    },
    { name: 'keys', open: command('Overview of the keys', dialog('Keyboard')) },
    { name: 'glossary', open: command('Glossary', dialog('Glossary')) },
    { name: 'about', open: command('About HPA Playground', dialog('About HPA Playground')) },
    { name: 'table of a chart', open: (playground) => new ChartsPage(playground.page).openTable('Replicas') },
    { name: 'help on a word', open: opened('Decided by', 'dialog') },
  ],
};

const BOXES: ViewGroup = {
  name: 'share, export, import, library',
  leave: pressEscape,
  views: [
    { name: 'share', open: command('Share: link, QR code', dialog('Share this scenario')) },
    { name: 'export', open: command('Export', dialog('Export')) },
    { name: 'import', open: command('Open or import', dialog('Open or import')) },
    {
      name: 'import of a load, with its preview',
      async open(playground) {
        await command('Open or import', dialog('Open or import'))(playground);
        await importing(playground, 'time,Requests (req/s)\n10:00,10\n10:10,400\n10:20,30\n');
        await expect(playground.button('Use it as the load')).toBeVisible();
      },
    },
    {
      name: 'import of what kubectl printed',
      async open(playground) {
        await command('Open or import', dialog('Open or import'))(playground);
        await importing(playground, STORED);
        await expect(playground.page.getByText(/^This is what kubectl/)).toBeVisible();
      },
    },
    {
      name: 'import of what is nothing',
      async open(playground) {
        await command('Open or import', dialog('Open or import'))(playground);
        await importing(playground, 'Dear all');
        await expect(playground.page.getByText(/was not recognised/)).toBeVisible();
      },
    },
    { name: 'keeping', open: command('Save to the library under a new name', dialog('Save to the library')) },
    {
      name: 'kept, with a message',
      async open(playground) {
        await command('Save to the library under', dialog('Save to the library'))(playground);
        await playground.button('Save').click();
        await expect(playground.page.getByText(/^Saved in the library as/)).toBeVisible();
      },
    },
    { name: 'library', open: command('Library', dialog('Library')) },
    {
      name: 'library with something in the bin',
      async open(playground) {
        await command('Library', dialog('Library'))(playground);
        await playground.button(/^Delete /).click();
        await expect(playground.button('Undo')).toBeVisible();
      },
    },
  ],
};

async function importing({ page }: PlaygroundPage, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Text to import' }).fill(text);
}

const TOUR: ViewGroup = {
  name: 'the tour',
  views: [
    {
      name: 'step 1',
      open: command('Take the tour', (page) => page.locator('.driver-popover')),
    },
    ...[2, 3, 4, 5, 6].map((step) => ({
      name: `step ${step}`,
      async open({ page }: PlaygroundPage): Promise<void> {
        await page.locator('.driver-popover').getByRole('button', { name: 'Next' }).click();
        await expect(page.locator('.driver-popover')).toContainText(`${step} of 6`);
      },
    })),
  ],
};

const MENUS: ViewGroup = {
  name: 'menus',
  leave: pressEscape,
  views: [
    { name: 'examples', open: opened(/^Examples\. Open:/) },
    { name: 'help', open: opened('Help and view') },
    { name: 'sharing', open: opened('Share, export, import') },
    { name: 'jump', open: opened('Jump to a sync by what decided it') },
    { name: 'charts', only: 'desktop', open: opened('Choose charts') },
    { name: 'curve', open: opened('Menu of the curve requests') },
    {
      name: 'unit of a curve',
      async open(playground) {
        await opened('Menu of the curve requests')(playground);
        await playground.page.getByRole('menuitem', { name: /^Rename the unit/ }).click();
        await expect(playground.page.getByRole('textbox', { name: 'Unit', exact: true })).toBeVisible();
      },
    },
    { name: 'shapes', open: opened('Shapes for Load', 'dialog') },
    { name: 'duration', open: opened(/^Duration of the run/, 'dialog') },
    { name: 'shown part', open: opened(/^Shown: /) },
    { name: 'feature gates', open: opened('Feature gates', 'dialog') },
    {
      name: 'exact numbers of a load point',
      async open({ loadPoints, page }) {
        await loadPoints.nth(1).focus();
        await page.keyboard.press('Enter');
        await expect(page.getByRole('dialog')).toBeVisible();
      },
    },
    { name: 'events to add', open: opened('Add event') },
    {
      name: 'an event',
      async open(playground) {
        await opened('Add event')(playground);
        await playground.page.getByRole('menuitem', { name: 'A metrics API is out' }).click();
        await expect(playground.page.getByRole('dialog', { name: /metrics API is out/ })).toBeVisible();
      },
    },
  ],
};

async function showChart({ page }: PlaygroundPage, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^(Show chart|Chart): ${name}$`) }).click();
  await expect(page.getByRole('region', { name: new RegExp(`^${name}`) }).first()).toBeVisible();
}

const CHARTS: ViewGroup = {
  name: 'charts',
  views: [
    {
      name: 'all charts, with the figures at an instant',
      async open(playground) {
        for (const name of ['Conditions', 'Workload', 'Pods']) await showChart(playground, name);
        await expect(playground.page.getByRole('listbox', { name: 'Lives of pods' })).toBeVisible();
        await playground.selectSync(30);
      },
    },
    {
      name: 'a line hidden',
      async open(playground) {
        const entry = playground.region('Replicas').getByRole('button', { name: 'desired', exact: true });
        await entry.click();
        await expect(entry).toHaveAttribute('aria-pressed', 'false');
      },
    },
    {
      name: 'a part of the run, with the strip of the whole',
      async open({ page, ribbon }) {
        await ribbon.focus();
        await page.keyboard.press('+');
        await page.keyboard.press('+');
        await expect(new ChartsPage(page).part).toBeVisible();
      },
    },
    {
      name: 'selected load points',
      async open({ page, loadPoints }) {
        await page.keyboard.press('0');
        await loadPoints.nth(1).focus();
        await page.keyboard.press('ControlOrMeta+a');
        await expect(page.getByRole('group', { name: 'Selected points of Load' })).toBeVisible();
      },
    },
    {
      name: 'a curve for a metric',
      async open(playground) {
        await pressEscape(playground);
        await playground.button('Menu of the curve requests').click();
        await playground.page.getByRole('menuitem', { name: 'Add a curve for resource/cpu' }).click();
        await expect(playground.region('Load: cpu')).toBeVisible();
      },
    },
    {
      name: 'presentation view',
      only: 'desktop',
      open: command('Presentation view', (page) =>
        page.getByRole('button', { name: 'Show manifest and cluster' }),
      ),
    },
  ],
};

const LONG_RUN: ViewGroup = {
  name: 'a long run',
  address: `#${RUN_LINKS.hour}`,
  views: [
    {
      name: 'how far it is',
      async open({ page }) {
        await page.evaluate((hash) => {
          window.location.hash = hash;
        }, RUN_LINKS.heavyMonth);
        await expect(page.getByRole('progressbar', { name: 'Simulating' })).toBeVisible();
      },
    },
    {
      name: 'cancelled',
      async open(playground) {
        await playground.button('Cancel').click();
        await expect(playground.button('Run again').first()).toBeVisible();
      },
    },
  ],
};

const KEDA: ViewGroup = {
  name: 'KEDA and its neighbours',
  views: [
    {
      name: 'two clocks, and KEDA’s row among the charts',
      only: 'desktop',
      async open(playground) {
        await opened(/^Examples\. Open:/)(playground);
        await playground.page.getByRole('menuitem', { name: /KEDA on a Kafka topic/ }).click();
        const strip = playground.region('KEDA');
        await strip.getByRole('button', { name: 'waits for the cooldown', exact: true }).click();
        await expect(playground.region('Two clocks')).toContainText('Cooldown');
      },
    },
    {
      name: 'the HPA that KEDA makes',
      only: 'desktop',
      async open(playground) {
        await showInput(playground, 'Manifest');
        await playground.page.getByRole('radio', { name: 'Generated HPA' }).click();
        await expect(playground.region('Generated HPA')).toContainText('keda-hpa-order-processor');
      },
    },
    { name: 'a ScaledObject as a form', only: 'desktop', open: (playground) => playground.showForm() },
    {
      name: 'neighbours',
      only: 'desktop',
      open: command('HPA, VPA, KEDA, nodes', dialog('HPA, VPA, KEDA, nodes: who changes what')),
    },
  ],
};

/** In a frame on somebody's page, which may be narrow. */
const EMBEDDED: readonly ViewGroup[] = ['embed', 'embed=read-only', 'embed=presenter'].map((query) => ({
  name: `?${query}`,
  address: `?${query}`,
  views: [{ name: 'in a frame', open: (playground) => playground.waitForRun() }],
}));

export const VIEW_GROUPS: readonly ViewGroup[] = [
  ABOUT_THE_RUN,
  COMPARING,
  INPUT,
  HELP,
  BOXES,
  TOUR,
  MENUS,
  CHARTS,
  LONG_RUN,
  KEDA,
  ...EMBEDDED,
];
