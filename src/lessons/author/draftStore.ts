import { useStore } from 'zustand';
import type { LessonDraft } from '../../core/lesson/draft.ts';
import { browserStorage } from '../../store/storage.ts';
import { createDrafts } from './drafts.ts';

export const draftStore = createDrafts(browserStorage(() => window.localStorage));

export function useDraft(): LessonDraft | undefined {
  return useStore(draftStore, ({ draft }) => draft);
}
