import type { Advice, Problem, QuickFix, Range, TextEdit } from '../core/index.ts';
import { useServices } from './context.tsx';

interface ManifestEdits {
  /** Makes what a quick fix asks for, in the editor so that it can be undone there. */
  fix(fix: QuickFix): void;
  /** Shows a place of the text in the editor. */
  goTo(finding: Problem | Advice): void;
}

/** Ways to change the manifest that start outside of the editor. */
export function useManifestEdits(): ManifestEdits {
  const { store, editor } = useServices();
  return {
    fix({ edits }) {
      const { scenario, setManifestText } = store.getState();
      if (editor.current !== null) editor.current.applyEdits(edits);
      else setManifestText(withEdits(scenario.manifest, edits), true);
    },
    goTo({ range }) {
      const { showManifestAs, showLeftTab, showPhoneTab } = store.getState();
      showManifestAs('text');
      showLeftTab('manifest');
      showPhoneTab('manifest');
      // The editor can only take the focus once it is shown.
      requestAnimationFrame(() => editor.current?.goTo(range));
    },
  };
}

/** The text with the edits made, which do not overlap. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
  const offsetOf = (line: number, column: number): number => (starts[line - 1] ?? text.length) + column - 1;
  const startOf = ({ startLine, startColumn }: Range): number => offsetOf(startLine, startColumn);
  const fromTheEnd = edits.toSorted((a, b) => startOf(b.range) - startOf(a.range));
  return fromTheEnd.reduce((result, { range, newText }) => {
    const end = offsetOf(range.endLine, range.endColumn);
    return result.slice(0, startOf(range)) + newText + result.slice(end);
  }, text);
}
