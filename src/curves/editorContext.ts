/** What the parts of one editor share, also those that are loaded later. */
import { createContext, use } from 'react';
import type { LoadCurve } from '../core/index.ts';
import type { CurveEditing } from './useCurveEditing.ts';
import type { PointSelection } from './useSelection.ts';

export interface EditorParts {
  readonly curve: LoadCurve;
  readonly title: string;
  readonly durationSeconds: number;
  readonly editing: CurveEditing;
  readonly selection: PointSelection;
  /** settles when loading menus keeps nothing more urgent waiting */
  readonly after: Promise<unknown>;
}

export const EditorContext = createContext<EditorParts | undefined>(undefined);

export function useEditor(): EditorParts {
  const parts = use(EditorContext);
  if (parts === undefined) throw new Error('a part of the load editor stands outside of it');
  return parts;
}
