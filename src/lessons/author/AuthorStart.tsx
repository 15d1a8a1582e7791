/** How a lesson begins: from the present scenario, from a file, or where one was left. */
import type { ReactNode } from 'react';
import { useServices } from '../../app/context.tsx';
import { Button } from '../../ui/Button.tsx';
import shared from '../lessons.module.css';
import { useDraft } from './draftStore.ts';
import { LessonFileInput } from './LessonFileInput.tsx';
import { beginDraft } from './openDraft.ts';

export function AuthorStart(): ReactNode {
  const { store } = useServices();
  const draft = useDraft();
  return (
    <>
      <p>
        Write a lesson beside the charts: text, goal, hints. It starts from the scenario on the page;
        statements for the goal are taken from its run. The draft is kept in this browser, and can be saved as
        a file.
      </p>
      <p className={shared.buttons}>
        {draft === undefined ? null : (
          <Button look="primary" onClick={() => store.getState().author(true)}>
            Go on with {draft.title.trim() === '' ? 'the draft' : `“${draft.title}”`}
          </Button>
        )}
        <Button look={draft === undefined ? 'primary' : 'outlined'} onClick={() => beginDraft(store)}>
          A lesson from the present scenario
        </Button>
        <LessonFileInput />
      </p>
    </>
  );
}
