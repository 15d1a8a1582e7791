import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { newScenario, scenarioYaml } from '../core/index.ts';
import { workshopFile } from '../core/lesson/files.ts';
import { LONGEST_IMPORT } from '../imports/index.ts';
import { encodeScenario } from '../share/index.ts';
import { encodeWorkshop } from '../share/workshops.ts';
import { type AppStore, createAppStore } from '../store/appStore.ts';
import { importFile, importText, openManifest, replaceManifest } from './importing.ts';

// The course is a part of the built page.
vi.mock('../lessons/courseIndex.ts', () => ({ COURSE: [] }));

const GATEWAY = readFileSync('examples/06-gateway.yaml', 'utf8');
const gateway = newScenario(GATEWAY);
const STEP = { kind: 'scenario', title: 'Gateway', text: '', scenario: gateway } as const;

function start(edited = true): AppStore {
  const scenario = newScenario(readFileSync('examples/01-web-cpu.yaml', 'utf8'), { kubernetes: '1.33' });
  return createAppStore({ scenario, source: { kind: 'example', id: 'web' }, edited, earlier: [] });
}

function said(store: AppStore): string {
  return store.getState().notices.at(-1)?.text ?? '';
}

describe('a file', () => {
  test('with a scenario is opened, and the earlier work is one click away', async () => {
    const store = start();
    const before = store.getState().scenario;
    await importFile(store, new File([scenarioYaml(gateway)], 'night.yaml'));
    expect(store.getState()).toMatchObject({ scenario: gateway, source: { kind: 'own' } });
    expect(said(store)).toBe('Opened night.yaml. What you worked on before is kept.');
    store.getState().notices.at(-1)?.action?.run();
    expect(store.getState().scenario).toEqual(before);
    // What came from the file is somebody's work too.
    expect(store.getState().earlier.map(({ scenario }) => scenario)).toEqual([gateway]);
  });

  test('with a link is opened, with a damaged one it is not', async () => {
    const store = start(false);
    await importText(store, `https://example.org/#${await encodeScenario(gateway)}`, undefined);
    expect(store.getState().scenario).toEqual(gateway);
    await importText(store, 'https://example.org/#2.AAAAAAAAAAAA', undefined);
    expect(said(store)).toContain('damaged');
    expect(store.getState().scenario).toEqual(gateway);
  });

  test('with a lesson is opened as one', async () => {
    const store = start();
    const text = readFileSync('lessons/01-first-steps/04-five-minutes.yaml', 'utf8');
    await importFile(store, new File([text], 'lesson.yaml'));
    const { attempt, scenario, earlier } = store.getState();
    expect(attempt?.sheet).toMatchObject({ kind: 'lesson', id: 'five-minutes' });
    expect(scenario).toBe(attempt?.sheet.start);
    expect(earlier).toHaveLength(1);
  });

  test('with a workshop is shown first: whoever has it presents or learns', async () => {
    const store = start();
    const text = workshopFile({ version: 1, title: 'A', text: '', hasSolutions: true, steps: [STEP] });
    await importFile(store, new File([text], 'workshop.yaml'));
    expect(store.getState()).toMatchObject({ held: undefined, overlay: 'import', offered: { text } });
  });

  test('with the link of a workshop: its learner begins', async () => {
    const store = start();
    const workshop = { version: 1, title: 'A', text: '', hasSolutions: false, steps: [STEP] } as const;
    await importText(store, `https://example.org/#${await encodeWorkshop(workshop)}`, undefined);
    expect(store.getState().held).toMatchObject({ role: 'learner', at: 0, workshop: { title: 'A' } });
    await expect.poll(() => store.getState().attempt?.sheet.title).toBe('Gateway');
    await importText(store, 'https://example.org/#w.1.AAAAAAAAAAAA', undefined);
    expect(said(store)).toContain('The link is damaged');
  });

  test('with a manifest or a load is shown first', async () => {
    const store = start();
    const before = store.getState().scenario;
    for (const [name, text] of [
      ['hpa.yaml', GATEWAY],
      ['load.csv', 'seconds,x\n0,1\n60,2\n'],
    ] as const) {
      await importFile(store, new File([text], name));
      expect(store.getState()).toMatchObject({
        overlay: 'import',
        offered: { text, name },
        scenario: before,
      });
    }
    store.getState().showOverlay(undefined);
    expect(store.getState().offered).toBeUndefined();
  });

  test.each([
    ['empty.yaml', new File([], 'empty.yaml'), 'empty'],
    ['letter.txt', new File(['Dear all'], 'letter.txt'), 'was not recognised'],
    [
      'a folder',
      Object.assign(new File(['x'], 'folder'), { text: () => Promise.reject(new Error('no')) }),
      'cannot be read',
    ],
  ])('%s is refused with its name', async (_title, file, words) => {
    const store = start();
    const before = store.getState().scenario;
    await importFile(store, file);
    expect(said(store)).toContain(`${file.name}: `);
    expect(said(store)).toContain(words);
    expect(store.getState().scenario).toBe(before);
  });

  test('that is too large is not read at all', async () => {
    const store = start();
    const file = new File(['x'], 'large.yaml');
    Object.defineProperty(file, 'size', { value: LONGEST_IMPORT + 1 });
    Object.defineProperty(file, 'text', { value: () => expect.fail('it was read') });
    await importFile(store, file);
    expect(said(store)).toContain('longer than 16 MB');
  });
});

describe('a manifest', () => {
  test('is opened with a load that fits, on the present minor', () => {
    const store = start();
    openManifest(store, GATEWAY, 'hpa.yaml');
    const { scenario, earlier } = store.getState();
    expect(scenario).toEqual({ ...gateway, kubernetes: '1.33' });
    expect(earlier).toHaveLength(1);
  });

  test('takes the place of the present one, until undo', () => {
    const store = start();
    const before = store.getState().scenario;
    replaceManifest(store, GATEWAY);
    expect(store.getState().scenario).toEqual({ ...before, manifest: GATEWAY });
    store.getState().undo();
    expect(store.getState().scenario).toEqual(before);
  });
});
