/** The contests: their bars can be reached. */
import { describe, expect, it } from 'vitest';
import { scoreEntry } from '../core/lesson/contestScore.ts';
import { brokenLocks } from '../core/lesson/locks.ts';
import { resolveText } from '../core/lesson/placeholders.ts';
import { readContests, runScenario } from './course.ts';

describe('[LS11] contests', () => {
  it.each(readContests().map(({ content }) => [content.id, content] as const))(
    '%s: the bar is reached by the manifest that is kept, within the rules',
    (_, contest) => {
      const best = scoreEntry(contest, runScenario(contest.best));
      const start = scoreEntry(contest, runScenario(contest.start));
      expect(best.counts).toBe(true);
      expect(best.points).toBeLessThan(start.points);
      expect(brokenLocks(contest.locked, contest.start, contest.best)).toEqual([]);
      const { problems } = resolveText(contest.text, {
        runs: { run: runScenario(contest.start), best: runScenario(contest.best) },
      });
      expect(problems).toEqual([]);
    },
  );
});
