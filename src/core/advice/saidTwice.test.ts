import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readManifest } from '../manifest/read.ts';
import { SCENARIO_DEFAULTS } from '../scenario/defaults.ts';
import { adviseManifest } from './adviseManifest.ts';
import { saysTheSame } from './saidTwice.ts';

test('a missing request is a warning of the reader and a piece of advice: one of them is enough', () => {
  const text = readFileSync('examples/14-missing-requests.yaml', 'utf8');
  const result = readManifest(text, '1.37');
  const flags = SCENARIO_DEFAULTS.controller;
  const advice = adviseManifest({ text, result, minor: '1.37', featureGates: {}, flags });
  const warning = result.problems.find(({ rule }) => rule === 'no-request');
  if (warning === undefined) throw new Error('the reader says nothing');
  expect(advice.filter((piece) => saysTheSame(warning, piece)).map(({ rule }) => rule)).toEqual([
    'missing-request',
  ]);
  const elsewhere = { ...warning, range: { ...warning.range, startLine: warning.range.startLine + 1 } };
  expect(advice.some((piece) => saysTheSame(elsewhere, piece))).toBe(false);
});
