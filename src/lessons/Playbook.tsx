/** From a symptom by questions to its cause, each with a scenario that shows it. */
import { type ReactNode, useState } from 'react';
import { useServices } from '../app/context.tsx';
import type { PlaybookEntry, PlaybookQuestion } from '../core/index.ts';
import { causeSheet } from '../core/lesson/sheet.ts';
import { Button } from '../ui/Button.tsx';
import { loadPlaybook } from './courseIndex.ts';
import { LoadedList } from './LoadedList.tsx';
import styles from './lessons.module.css';
import { Markdown } from './Markdown.tsx';
import { openSheet } from './openSheet.ts';

export function Playbook(): ReactNode {
  return (
    <LoadedList load={loadPlaybook} what="symptoms">
      {(entries) => (
        <>
          <p className={styles.note}>What do you see? Each symptom leads by questions to its cause.</p>
          {entries.map((entry) => (
            <Symptom key={entry.id} entry={entry} />
          ))}
        </>
      )}
    </LoadedList>
  );
}

function Symptom({ entry }: { readonly entry: PlaybookEntry }): ReactNode {
  return (
    <details className={styles.symptom} name="symptom">
      <summary>{entry.symptom}</summary>
      <ol className={styles.questions}>
        {entry.questions.map((question) => (
          <Question key={question.cause.id} question={question} />
        ))}
      </ol>
    </details>
  );
}

function Question({ question: { ask, look, cause } }: { readonly question: PlaybookQuestion }): ReactNode {
  const { store } = useServices();
  const [isYes, setYes] = useState(false);
  return (
    <li>
      <div className={styles.asked}>
        <Markdown text={ask} />
        <Button look="outlined" aria-expanded={isYes} onClick={() => setYes(!isYes)}>
          Yes
        </Button>
      </div>
      <div className={styles.look}>
        <span>Look at</span> <Markdown text={look} />
      </div>
      {isYes ? (
        <div className={styles.cause}>
          <h3>{cause.title}</h3>
          <Button look="primary" onClick={() => openSheet(store, causeSheet(cause))}>
            Open the scenario that shows it
          </Button>
        </div>
      ) : null}
    </li>
  );
}
