import { FolderOpen } from 'lucide-react';
import { type ChangeEvent, type ReactNode, useState } from 'react';
import { useServices } from '../../app/context.tsx';
import shared from '../lessons.module.css';
import styles from './author.module.css';
import { openDraftFile } from './openDraft.ts';

/** A lesson from a file becomes the draft; what is wrong with it is said here. */
export function LessonFileInput(): ReactNode {
  const { store } = useServices();
  const [said, say] = useState('');
  async function open(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (file !== undefined) say((await openDraftFile(store, file)) ?? '');
  }
  return (
    <>
      <label className={shared.file}>
        <FolderOpen size={15} aria-hidden />
        Open a lesson file…
        <input
          className="visuallyHidden"
          type="file"
          accept=".yaml,.yml,.json"
          onChange={(event) => void open(event)}
        />
      </label>
      <span role="status" className={styles.lacks}>
        {said}
      </span>
    </>
  );
}
