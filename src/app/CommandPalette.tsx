import { Command as Cmdk } from 'cmdk';
import { type ReactNode, useRef, useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { Keys } from '../ui/Keys.tsx';
import styles from './CommandPalette.module.css';
import { commandMatch } from './commandMatch.ts';
import { type Command, commandsOf } from './commands.ts';
import { useServices } from './context.tsx';
import { isAppleKeyboard } from './keyboard.ts';
import { keyCaps } from './shortcuts.ts';
import { useOpenExample } from './useOpenExample.ts';
import { useSave } from './useSave.ts';
import { useShare } from './useShare.ts';

/** Everything that can be done, found by a few letters. What was chosen runs once the palette is gone. */
export default function CommandPalette(): ReactNode {
  const { store, examples } = useServices();
  const share = useShare();
  const save = useSave();
  const openExample = useOpenExample();
  const chosen = useRef<Command>(undefined);
  // As it was when the palette opened: a list that changes under the hand would run the wrong thing.
  const [groups] = useState(() =>
    commandsOf(store.getState(), {
      examples,
      openExample: (example) => void openExample(example),
      share: () => void share(),
      save: (id) => void save(id),
      print: () => window.print(),
    }),
  );
  const close = (): void => store.getState().showOverlay(undefined);
  const choose = (command: Command): void => {
    chosen.current = command;
    close();
  };
  return (
    <Dialog title="Commands" bare onClose={close} onClosed={() => chosen.current?.run()}>
      <Cmdk label="Commands" loop filter={commandMatch} className={styles.palette}>
        <Cmdk.Input className={styles.input} placeholder="What would you like to do?" />
        <div role="status">
          <Cmdk.Empty className={styles.empty}>No command has these letters.</Cmdk.Empty>
        </div>
        <Cmdk.List className={styles.list} label="Commands">
          {groups.map(({ title, commands }) => (
            <Cmdk.Group key={title} heading={title} className={styles.group}>
              {commands.map((command) => (
                <Row key={command.title} command={command} onChoose={choose} />
              ))}
            </Cmdk.Group>
          ))}
        </Cmdk.List>
      </Cmdk>
    </Dialog>
  );
}

interface RowProps {
  readonly command: Command;
  readonly onChoose: (command: Command) => void;
}

function Row({ command, onChoose }: RowProps): ReactNode {
  const { title, about, key } = command;
  return (
    <Cmdk.Item
      value={title}
      {...(about === undefined ? {} : { keywords: [about] })}
      className={styles.item}
      onSelect={() => onChoose(command)}
    >
      <span className={styles.texts}>
        {title}
        {about === undefined ? null : <span className={styles.about}>{about}</span>}
      </span>
      {key === undefined ? null : <Keys caps={keyCaps(key, isAppleKeyboard())} />}
    </Cmdk.Item>
  );
}
