/** The playbook and the patterns: what they say is seen in their runs. */
import { describe, expect, it } from 'vitest';
import { judge } from '../core/expectations/judge.ts';
import { measureRun } from '../core/expectations/measures/measure.ts';
import { findMoment } from '../core/expectations/moments.ts';
import type { Expectation } from '../core/expectations/types.ts';
import { resolveText } from '../core/lesson/placeholders.ts';
import type { Trace } from '../core/trace/types.ts';
import { readPatterns, readPlaybook, runScenario } from './course.ts';
import { unexplainedFigures } from './testing/figures.ts';

function expectAll(expectations: readonly Expectation[], trace: Trace): void {
  expect(expectations.length).toBeGreaterThan(0);
  for (const expectation of expectations) {
    const { isMet, sentence } = judge(expectation, trace);
    expect(isMet, sentence).toBe(true);
  }
}

const SYMPTOMS = [
  'unknown',
  'never-above-min',
  'pinned-at-max',
  'flapping',
  'slow-up',
  'never-down',
  'doubles-at-deploy',
  'pending-after-scale-out',
];

/** Figures in the playbook's texts that no scenario has, with where they are from. */
const GIVEN_IN_PLAYBOOK: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'inside-tolerance': { '0.1': 'the default tolerance', '1': 'the ratio at the target' },
  'start-up-burst': { '90': '15 s of start and 75 s of warming up' },
  'small-policy': { '10': 'the policy' },
  'peaks-in-window': { '300': 'the default window' },
  'rounded-up': { '3.2': '4 × 0.8', '80': '320Mi of 400Mi', '75': 'three of four pods', '110': 'the cure' },
};

const PLAYBOOK = readPlaybook().map(({ content }) => content);
const CAUSES = PLAYBOOK.flatMap(({ questions }) => questions.map(({ cause }) => [cause.id, cause] as const));

describe('[LS9] the playbook', () => {
  it('has the symptoms that people come with, and names every cause once', () => {
    expect(PLAYBOOK.map(({ id }) => id)).toEqual(SYMPTOMS);
    expect(new Set(CAUSES.map(([id]) => id)).size).toBe(CAUSES.length);
    for (const { questions } of PLAYBOOK) expect(questions.length).toBeGreaterThan(1);
  });

  it.each(CAUSES)('shows %s, and what mends it', (id, { scenario, shows, moment, cure, text, title }) => {
    const run = runScenario(scenario);
    expectAll(shows, run);
    expect(moment && findMoment(moment, run)).toBeDefined();
    const cured = cure && runScenario(cure.scenario);
    if (cure !== undefined && cured !== undefined) {
      expectAll(cure.shows, cured);
      expect(cure.shows.every((expectation) => judge(expectation, run).isMet)).toBe(false);
    }
    const { problems } = resolveText(text, { runs: { run, ...(cured === undefined ? {} : { cured }) } });
    expect(problems).toEqual([]);
    const scenarios = cure === undefined ? [scenario] : [scenario, cure.scenario];
    expect(unexplainedFigures([text, title], scenarios, Object.keys(GIVEN_IN_PLAYBOOK[id] ?? {}))).toEqual(
      [],
    );
  });
});

const PATTERNS = readPatterns().map(({ content }) => [content.id, content] as const);

describe('[LS10] patterns', () => {
  it('are seven', () => {
    expect(PATTERNS).toHaveLength(7);
  });
  it.each(PATTERNS)('%s gains something against the defaults, and pays for it', (_, pattern) => {
    const runs = { pattern: runScenario(pattern.scenario), default: runScenario(pattern.fallback) };
    expectAll(pattern.shows, runs.pattern);
    expect(pattern.shows.every((expectation) => judge(expectation, runs.default).isMet)).toBe(false);
    expect(resolveText(pattern.text, { runs }).problems).toEqual([]);
    expect(unexplainedFigures([pattern.text], [pattern.scenario, pattern.fallback], [])).toEqual([]);
    const gains = pattern.figures.map(({ measure, span }) => {
      const [mine, theirs] = [runs.pattern, runs.default].map((run) => measureRun(measure, run, span)?.value);
      return Math.sign((theirs ?? Number.NaN) - (mine ?? Number.NaN));
    });
    expect(gains).not.toContain(Number.NaN);
    expect(gains).toContain(1);
  });
});
