import { useStore } from 'zustand';
import { browserStorage } from '../store/storage.ts';
import { createProgress, type Progress } from './progress.ts';

export const progressStore = createProgress(browserStorage(() => window.localStorage));

export function useProgress(): Progress {
  return useStore(progressStore, ({ progress }) => progress);
}
