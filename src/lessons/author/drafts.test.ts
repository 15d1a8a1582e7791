import { describe, expect, it } from 'vitest';
import { newScenario } from '../../core/index.ts';
import { newDraft } from '../../core/lesson/draft.ts';
import { memoryStorage } from '../../store/storage.ts';
import { createDrafts } from './drafts.ts';

const draft = newDraft(newScenario('kind: HorizontalPodAutoscaler\n'));

describe('the draft of a lesson', () => {
  it('is there again after a reload, with what was changed', () => {
    const storage = memoryStorage();
    const { replace, change } = createDrafts(storage).getState();
    expect(replace(draft)).toBe(undefined);
    change({ title: 'Mine', goal: [{ expectation: 'max rep', text: '' }] });
    expect(createDrafts(storage).getState().draft).toEqual({
      ...draft,
      title: 'Mine',
      goal: [{ expectation: 'max rep', text: '' }],
    });
  });

  it('is handed out when another takes its place', () => {
    const { replace, change } = createDrafts(memoryStorage()).getState();
    replace(draft);
    change({ title: 'First' });
    expect(replace(draft)?.title).toBe('First');
  });

  it('stays on the page where there is no room for it, and says so', () => {
    const store = createDrafts({ ...memoryStorage(), write: () => false });
    store.getState().replace(draft);
    expect(store.getState()).toMatchObject({ draft, isKept: false });
  });

  it('is taken over from another tab; what is no draft is not', () => {
    let tell: (key: string) => void = () => undefined;
    const storage = memoryStorage();
    const here = createDrafts({
      ...storage,
      onChange(listener) {
        tell = listener;
        return () => undefined;
      },
    });
    createDrafts(storage)
      .getState()
      .replace({ ...draft, title: 'There' });
    tell('lesson-draft');
    expect(here.getState().draft?.title).toBe('There');
    storage.write('lesson-draft', '{"title":1}');
    tell('lesson-draft');
    expect(here.getState().draft?.title).toBe('There');
    expect(createDrafts(storage).getState().draft).toBe(undefined);
  });
});
