import { Redo2, TextQuote, Undo2 } from 'lucide-react';
import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import type { HpaChoice } from '../core/index.ts';
import { selectHasScaledObject, selectManifestView } from '../store/selectors.ts';
import { IconButton } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './ManifestPane.module.css';

/** Over the manifest: as text or as a form, which HPA of several, and what the editor can do with the text. */
export function ManifestBar({ children }: { readonly children: ReactNode }): ReactNode {
  const { editor } = useServices();
  return (
    <>
      <div className={styles.bar}>
        <ViewSwitch />
        <HpaChooser />
        <div className={styles.end}>
          <IconButton label="Undo edit of the manifest" onClick={() => editor.current?.undo()}>
            <Undo2 size={15} aria-hidden />
          </IconButton>
          <IconButton label="Redo edit of the manifest" onClick={() => editor.current?.redo()}>
            <Redo2 size={15} aria-hidden />
          </IconButton>
          <IconButton label="Format the manifest" keys="Shift+Alt+F" onClick={() => editor.current?.format()}>
            <TextQuote size={15} aria-hidden />
          </IconButton>
        </div>
      </div>
      {children}
    </>
  );
}

const VIEWS = [
  { value: 'text', text: 'YAML' },
  { value: 'form', text: 'Form' },
  { value: 'generated', text: 'Generated HPA' },
] as const;

function ViewSwitch(): ReactNode {
  const { store } = useServices();
  const view = useApp(selectManifestView);
  const hasScaledObject = useApp(selectHasScaledObject);
  return (
    <ToggleGroup.Root
      type="single"
      className={styles.switch}
      aria-label="Show the manifest as"
      value={view}
      onValueChange={(next) => {
        const chosen = VIEWS.find(({ value }) => value === next);
        if (chosen !== undefined) store.getState().showManifestAs(chosen.value);
      }}
    >
      {VIEWS.filter(({ value }) => value !== 'generated' || hasScaledObject).map(({ value, text }) => (
        <ToggleGroup.Item key={value} value={value} className={styles.choice}>
          {text}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

const NO_HPAS: readonly HpaChoice[] = [];

/** Only where there is something to choose. */
function HpaChooser(): ReactNode {
  const { store } = useServices();
  const hpas = useApp((state) => state.verdict?.hpas ?? NO_HPAS);
  const chosen = useApp((state) => state.verdict?.chosenHpa ?? state.scenario.hpa);
  if (hpas.length < 2) return null;
  return (
    <span className={styles.chooser}>
      <Select
        label={`${hpas.some(({ kind }) => kind !== undefined) ? 'Autoscaler' : 'HPA'} to run, of ${hpas.length}`}
        value={chosen ?? hpas[0]?.key ?? ''}
        options={hpas.map(({ key, name, targetText, kind }) => ({
          value: key,
          text: `${kind === undefined ? '' : `${kind} `}${name || key} → ${targetText}`,
        }))}
        onChange={store.getState().chooseHpa}
      />
    </span>
  );
}
