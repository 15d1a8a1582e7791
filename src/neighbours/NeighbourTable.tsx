import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import styles from './neighbours.module.css';
import { NEIGHBOURS, type Neighbour, QUESTIONS } from './neighbours.ts';
import { CONFLICTS, type Conflict } from './scenarios.ts';

interface NeighbourTableProps {
  readonly onOpen: (conflict: Conflict) => void;
}

/** Who changes what, side by side, and a scenario for each conflict. */
export function NeighbourTable({ onOpen }: NeighbourTableProps): ReactNode {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {NEIGHBOURS.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {QUESTIONS.map((question, row) => (
            <tr key={question}>
              <th scope="row">{question}</th>
              {NEIGHBOURS.map(({ id, name, answers }) => (
                <td key={id} data-name={name}>
                  {answers[row]}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">See them fight</th>
            {NEIGHBOURS.map((neighbour) => (
              <ConflictCell key={neighbour.id} neighbour={neighbour} onOpen={onOpen} />
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

interface ConflictCellProps extends NeighbourTableProps {
  readonly neighbour: Neighbour;
}

function ConflictCell({ neighbour, onOpen }: ConflictCellProps): ReactNode {
  const conflict = CONFLICTS.find(({ id }) => id === neighbour.conflict);
  if (conflict === undefined) return <td />;
  const { title, description } = conflict;
  return (
    <td data-name={neighbour.name}>
      <p className={styles.about}>{description}</p>
      <Button look="outlined" aria-label={`Open: ${title}`} onClick={() => onOpen(conflict)}>
        Open
      </Button>
    </td>
  );
}
