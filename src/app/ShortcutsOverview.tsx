import type { ReactNode } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { Keys } from '../ui/Keys.tsx';
import { useServices } from './context.tsx';
import { isAppleKeyboard } from './keyboard.ts';
import { KEYS_OF_PARTS, type PartKeys } from './keysOfParts.ts';
import styles from './ShortcutsOverview.module.css';
import { keyCaps, SHORTCUTS } from './shortcuts.ts';

export default function ShortcutsOverview(): ReactNode {
  const { store } = useServices();
  return (
    <Dialog title="Keyboard" onClose={() => store.getState().showOverlay(undefined)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by the keyboard */}
      <section className={styles.groups} aria-label="Keys" tabIndex={0}>
        {SHORTCUTS.map(({ title, shortcuts }) => (
          <Group key={title} title={title} keys={shortcuts} />
        ))}
        {KEYS_OF_PARTS.map((part) => (
          <Group key={part.title} {...part} />
        ))}
      </section>
    </Dialog>
  );
}

function Group({ title, keys }: PartKeys): ReactNode {
  const isApple = isAppleKeyboard();
  return (
    <div className={styles.group}>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.list}>
        {keys.map(({ keys: names, text }) => (
          <div key={text} className={styles.row}>
            <dt>{text}</dt>
            <dd className={styles.keys}>
              {names.map((name) => (
                <Keys key={name} caps={keyCaps(name, isApple)} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
