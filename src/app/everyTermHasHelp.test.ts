import { expect, test } from 'vitest';
import { CHART_TERMS } from '../charts/chartTerms.ts';
import { LIMITERS } from '../charts/limiters.ts';
import { REPLICA_LOOKS, TARGET_LOOK, USAGE_LOOK } from '../charts/looks.ts';
import { FEATURE_GATES, LIMITER_KINDS } from '../core/index.ts';
import { FACT_TERMS } from '../explanations/factTerms.ts';
import { stageLook } from '../explanations/stageLooks.ts';
import { termOf } from '../glossary/terms.ts';
import { CHART_IDS } from '../store/shownCharts.ts';
import { EVENT_KINDS } from '../timeline/eventKinds.ts';
import { CLUSTER_FIELDS } from './clusterFields.ts';
import { GATE_TEXTS } from './featureGates.ts';
import { OUTCOME_TERMS } from './outcomeTerms.ts';

/** A sentence, not a label said twice. */
const SENTENCE = /^\S+ .{12,}[.)]$/s;

test('every limiter of the ribbon has its sentence and its term', () => {
  for (const kind of LIMITER_KINDS) {
    expect(LIMITERS[kind].help).toMatch(SENTENCE);
    expect(termOf(LIMITERS[kind].term).text).toMatch(SENTENCE);
  }
});

test('every line of the charts has its sentence', () => {
  for (const { help } of [...Object.values(REPLICA_LOOKS), USAGE_LOOK, TARGET_LOOK])
    expect(help).toMatch(/^\S.*\.$/s);
});

test('every stage of a decision has its sentence and its term', () => {
  for (const kind of [
    'raw',
    'tolerance',
    'pods',
    'stabilization',
    'policies',
    'bounds',
    'applied',
  ] as const) {
    const { help, term } = stageLook(kind, 'none');
    expect(help).toMatch(SENTENCE);
    expect(termOf(term).text).toMatch(SENTENCE);
  }
});

test('every setting of the cluster has its help, every group and every flag its term', () => {
  const fields = CLUSTER_FIELDS.flatMap((group) => group.fields.map((field) => ({ group, field })));
  expect(fields.length).toBeGreaterThan(30);
  for (const { group, field } of fields) {
    expect(field.help, field.label).toMatch(/\S{3,}/);
    expect(field.help, field.label).not.toBe(field.label);
    expect(termOf(group.term).text).toMatch(SENTENCE);
    if (field.term !== undefined) expect(termOf(field.term).text).toMatch(SENTENCE);
    if (group.title === 'Controller flags') expect(field.term, field.label).toBeDefined();
  }
});

test('every outcome has its term, every event and every gate its sentence', () => {
  for (const term of Object.values(OUTCOME_TERMS)) expect(termOf(term).text).toMatch(SENTENCE);
  for (const { help } of Object.values(EVENT_KINDS)) expect(help).toMatch(/^\S.*\.$/s);
  for (const gate of FEATURE_GATES) expect(GATE_TEXTS[gate]).toMatch(SENTENCE);
});

test('every title of a chart has its term; that of a metric is the name of its target', () => {
  const named = CHART_IDS.filter((id) => id !== 'metrics');
  expect(Object.keys(CHART_TERMS).sort()).toEqual([...named].sort());
  for (const term of Object.values(CHART_TERMS)) expect(termOf(term).text).toMatch(SENTENCE);
});

test('every fact of a decision has its term', () => {
  for (const term of Object.values(FACT_TERMS)) expect(termOf(term).text).toMatch(SENTENCE);
});

test('every field of an event has its sentence and its term', () => {
  const fields = Object.values(EVENT_KINDS).flatMap(({ fields }) => fields);
  expect(fields.length).toBeGreaterThan(12);
  for (const { help, label, term } of fields) {
    expect(help, label).toMatch(SENTENCE);
    expect(help).not.toBe(label);
    expect(termOf(term).text).toMatch(SENTENCE);
  }
});
