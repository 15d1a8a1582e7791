import { expect, test } from 'vitest';
import type { Problem } from '../core/index.ts';
import { toMarkerData } from './markers.ts';

const problem: Problem = {
  severity: 'warning',
  rule: 'no-request',
  message: 'The container app has no cpu request.',
  range: { startLine: 12, startColumn: 5, endLine: 12, endColumn: 14 },
};

test('a problem becomes a marker at its range', () => {
  expect(toMarkerData(problem)).toEqual({
    severity: 4,
    message: 'The container app has no cpu request.',
    source: 'no-request',
    startLineNumber: 12,
    startColumn: 5,
    endLineNumber: 12,
    endColumn: 14,
  });
});

test('the hint stands under the message', () => {
  const { message } = toMarkerData({ ...problem, hint: 'Add resources.requests.cpu.' });
  expect(message).toBe('The container app has no cpu request.\nAdd resources.requests.cpu.');
});

test('a problem at a point gets a visible width', () => {
  const range = { startLine: 3, startColumn: 7, endLine: 3, endColumn: 7 };
  expect(toMarkerData({ ...problem, range })).toMatchObject({ startColumn: 7, endColumn: 8 });
});

test('a range over several lines keeps its end', () => {
  const range = { startLine: 3, startColumn: 7, endLine: 5, endColumn: 7 };
  expect(toMarkerData({ ...problem, range })).toMatchObject({ endLineNumber: 5, endColumn: 7 });
});

test.each([
  ['error', 8],
  ['warning', 4],
  ['info', 2],
] as const)('%s has the severity %i', (severity, expected) => {
  expect(toMarkerData({ ...problem, severity }).severity).toBe(expected);
});
