import type { ChartsSlice } from './chartsSlice.ts';
import type { CompareSlice } from './compareSlice.ts';
import type { LessonSlice } from './lessonSlice.ts';
import type { LibrarySlice } from './librarySlice.ts';
import type { RunSlice } from './runSlice.ts';
import type { ScenarioSlice } from './scenarioSlice.ts';
import type { ViewSlice } from './viewSlice.ts';

export type AppState = ScenarioSlice &
  RunSlice &
  ViewSlice &
  CompareSlice &
  ChartsSlice &
  LibrarySlice &
  LessonSlice;
