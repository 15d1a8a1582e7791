import { useEffect, useState } from 'react';
import type { Scenario, Trace } from '../core/index.ts';
import { runOf } from './runs.ts';

export type Runs = Readonly<Record<string, Trace>>;

const NONE: Runs = {};

/** Runs by name, as they come. @param names of those that are wanted */
export function useRuns(scenarios: Readonly<Record<string, Scenario>>, names: readonly string[]): Runs {
  const [runs, setRuns] = useState<{ readonly of: unknown; readonly runs: Runs }>({
    of: scenarios,
    runs: NONE,
  });
  const wanted = names.join(' ');
  useEffect(() => {
    let gone = false;
    for (const name of wanted.split(' ')) {
      const scenario = scenarios[name];
      if (scenario === undefined) continue;
      const add = (trace: Trace): void => {
        if (gone) return;
        setRuns((before) => ({
          of: scenarios,
          runs: { ...(before.of === scenarios ? before.runs : NONE), [name]: trace },
        }));
      };
      // What cannot be run leaves its figures unresolved; the page itself says why the scenario does not run.
      runOf(scenario).then(add, () => undefined);
    }
    return () => {
      gone = true;
    };
  }, [scenarios, wanted]);
  return runs.of === scenarios ? runs.runs : NONE;
}
