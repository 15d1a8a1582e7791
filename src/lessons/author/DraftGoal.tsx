/** What learners are to reach: statements, each held at once against the start, the present run and the solution. */
import { Check, Plus, Trash2, X } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { amountText, spanText } from '../../core/expectations/figures.ts';
import type { Answer } from '../../core/index.ts';
import type { DraftGoal as DraftStatement, LessonDraft } from '../../core/lesson/draft.ts';
import { LESSON_LIMITS } from '../../core/lesson/limits.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import styles from './author.module.css';
import { draftStore } from './draftStore.ts';
import { Fault } from './Fault.tsx';
import { Field } from './Field.tsx';
import { type DraftRuns, RUN_NAMES, type Statement, statementOf, verdictsOn } from './judged.ts';
import { Suggestions } from './Suggestions.tsx';

interface DraftGoalProps {
  readonly draft: LessonDraft;
  readonly runs: DraftRuns;
}

export function DraftGoal({ draft, runs }: DraftGoalProps): ReactNode {
  const { goal } = draft;
  const { change } = draftStore.getState();
  const { start, present, solution } = runs;
  const statements = useMemo(
    () => goal.map(({ expectation }) => statementOf(expectation, { start, present, solution })),
    [goal, start, present, solution],
  );
  const isFull = goal.length >= LESSON_LIMITS.goals;
  const add = (expectation: string): void => change({ goal: [...goal, { expectation, text: '' }] });
  return (
    <>
      {goal.length === 0 ? null : (
        <ol className={styles.statements} aria-label="Statements of the goal">
          {goal.map((of, at) => (
            <StatementRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a statement is its place
              key={at}
              at={at}
              goal={of}
              statement={statements[at]}
              onChange={(next) => change({ goal: goal.with(at, next) })}
              onRemove={() => change({ goal: goal.toSpliced(at, 1) })}
            />
          ))}
        </ol>
      )}
      <p>
        <Button look="outlined" disabled={isFull} onClick={() => add('')}>
          <Plus size={15} aria-hidden />
          Write a statement
        </Button>
      </p>
      <Suggestions
        trace={present}
        taken={goal.map(({ expectation }) => expectation)}
        isFull={isFull}
        onTake={add}
      />
      <ul className={styles.verdicts} role="status" aria-label="Whether the goal is right">
        {verdictsOn(draft, statements).map(({ isRight, text }) => (
          <li key={text} data-right={isRight}>
            <Mark isMet={isRight} label={isRight ? 'right:' : 'not yet:'} />
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}

function Mark({ isMet, label }: { readonly isMet: boolean; readonly label: string }): ReactNode {
  return isMet ? (
    <Check size={14} role="img" aria-label={label} />
  ) : (
    <X size={14} role="img" aria-label={label} />
  );
}

interface StatementRowProps {
  readonly at: number;
  readonly goal: DraftStatement;
  readonly statement: Statement | undefined;
  readonly onChange: (goal: DraftStatement) => void;
  readonly onRemove: () => void;
}

function StatementRow({ at, goal, statement, onChange, onRemove }: StatementRowProps): ReactNode {
  const isFaulty = statement?.fault !== undefined;
  return (
    <li>
      <div className={styles.addField}>
        <Field
          label={`Statement ${at + 1}`}
          value={goal.expectation}
          most={LESSON_LIMITS.lineLength}
          placeholder="max replicas <= 4"
          isInvalid={isFaulty}
          onChange={(expectation) => onChange({ ...goal, expectation })}
        />
        <Field
          label={`Statement ${at + 1} in words`}
          value={goal.text}
          most={LESSON_LIMITS.lineLength}
          placeholder="as it is written"
          onChange={(text) => onChange({ ...goal, text })}
        />
        <IconButton label={`Remove statement ${at + 1}`} onClick={onRemove}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
      </div>
      {statement === undefined ? null : statement.fault !== undefined ? (
        <Fault text={goal.expectation} fault={statement.fault} />
      ) : (
        <p className={styles.answers}>
          {RUN_NAMES.map((name) => (
            <RunAnswer key={name} name={name} answer={statement.answers[name]} />
          ))}
        </p>
      )}
    </li>
  );
}

interface RunAnswerProps {
  readonly name: string;
  readonly answer: Answer | undefined;
}

function RunAnswer({ name, answer }: RunAnswerProps): ReactNode {
  if (answer === undefined) return null;
  return (
    <span data-met={answer.isMet} title={answer.sentence}>
      {name} <Mark isMet={answer.isMet} label={answer.isMet ? 'met' : 'missed'} /> {measuredText(answer)}
    </span>
  );
}

function measuredText({ measured, unit }: Answer): string {
  if (measured === undefined) return 'no such number';
  return unit === 'seconds' ? spanText(measured) : amountText(measured, unit);
}
