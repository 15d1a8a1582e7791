import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { explain } from '../core/explanation/explain.ts';
import { SAMPLES } from '../core/explanation/samples.ts';
import { AT_SECONDS, buildHpa } from '../core/explanation/testing.ts';
import { unbroken } from './text.ts';
import { WhyPanel } from './WhyPanel.tsx';
import type { ExplainedSync, WhyState } from './whyPanelProps.ts';

function explained(name: string): ExplainedSync {
  const record = SAMPLES.find((sample) => sample.name === name)?.record;
  if (!record) throw new Error(`no sample ${name}`);
  const { currentReplicas, desiredReplicas } = record;
  const step = { index: 87, atSeconds: AT_SECONDS, record, status: { currentReplicas, desiredReplicas } };
  return { step, explanation: explain(step, { hpa: buildHpa(), syncPeriodSeconds: 15 }) };
}

function rendered(state: WhyState): string {
  return renderToStaticMarkup(<WhyPanel state={state} syncCount={240} />).replaceAll('\u00a0', ' ');
}

describe('why this step', () => {
  it.each(SAMPLES)('$name: shows the headline and all seven stages', ({ name }) => {
    const sync = explained(name);
    const html = rendered({ kind: 'ready', ...sync });
    expect(html).toContain('<h2');
    for (const { title } of sync.explanation.stages) expect(html).toContain(`>${title}</button>`);
    expect(html).toContain('sync 88 of 240');
    expect(html).not.toMatch(/NaN|undefined/);
  });

  it('puts the sentence first', () => {
    const html = rendered({ kind: 'ready', ...explained('policy') });
    expect(html.replace(/<[^>]*>/g, '')).toMatch(/^Scaled up from 4 to 8\. cpu is at 156 % against/);
  });

  it('offers the waterfall as a table', () => {
    const html = rendered({ kind: 'ready', ...explained('policy') });
    expect(html).toContain(
      '<th scope="row">policies</th><td>8 (changed)</td><td>100 % per 15 s, up to 8 allowed</td>',
    );
  });

  it('gives every budget a meter with its words', () => {
    const html = rendered({ kind: 'ready', ...explained('policy, nothing left of it') });
    expect(html.match(/<meter /g)).toHaveLength(2);
    expect(html).toContain('aria-valuetext="1 of 1 added, 0 left"');
    expect(html).toContain('1 of 1 added, 0 left, frees up in 20 s');
  });

  it('draws the window that decides, with the held recommendation and its countdown', () => {
    const name = SAMPLES.find(({ record }) => record.limiter === 'stabilizationDown')?.name ?? '';
    const html = rendered({ kind: 'ready', ...explained(name) });
    expect(html).toContain('scale-down window, 300 s');
    expect(html).toMatch(/<svg[^>]* role="img" aria-label="The highest of 5 recommendations is 14/);
    expect(html.match(/data-role="(past|held|own)" cx=/g)).toHaveLength(5);
    expect(html.match(/data-role="held"/g)).toHaveLength(1);
    expect(html).toContain('It leaves in 50 s.');
  });

  it('quotes events and the returned error word for word', () => {
    const html = rendered({ kind: 'ready', ...explained('error, scale not written') });
    expect(html).toContain('Warning FailedRescale');
    expect(html).toContain('error: quota');
    expect(html).toContain('failed to rescale Deployment/default/web: quota');
  });

  it('shows an open bar where no count is known', () => {
    const html = rendered({ kind: 'ready', ...explained('error, no metric') });
    expect(html.match(/data-role="open"/g)).toHaveLength(6);
  });
});

describe('the bar of min and max', () => {
  it.each([
    ['max', '--limiter-max'],
    ['max, found above', '--limiter-max'],
    ['min, found below', '--limiter-min'],
  ])('%s: stands out in the colour %s', (name, color) => {
    const html = rendered({ kind: 'ready', ...explained(name) });
    expect(html).toMatch(new RegExp(`data-role="sets" data-kind="bounds" style="[^"]*var\\(${color}\\)`));
  });
});

describe('without an explanation', () => {
  it('says that there is none yet, and why', () => {
    expect(rendered({ kind: 'empty' })).toContain('No run to explain yet');
    expect(rendered({ kind: 'empty', title: 'Nothing decides', message: 'Paused' })).toMatch(
      /Nothing decides.*Paused/,
    );
    expect(rendered({ kind: 'empty', message: 'spec.maxReplicas: Required value' })).toContain(
      'Required value',
    );
  });

  it('keeps the last one while the next is on its way', () => {
    const html = rendered({ kind: 'pending', last: explained('tolerance') });
    expect(html).toContain('aria-busy="true"');
    expect(html).toContain('lies within the ±10 % tolerance');
  });

  it('waits in the shape of what is to come', () => {
    expect(rendered({ kind: 'pending' })).toContain('Explaining this sync');
  });

  it('says what went wrong', () => {
    expect(rendered({ kind: 'failed', message: 'the worker stopped' })).toContain('the worker stopped');
  });
});

describe('unbroken', () => {
  it.each([
    ['4 min 10 s ago', '4\u00a0min\u00a010\u00a0s ago'],
    ['the ±10 % tolerance', 'the ±10\u00a0% tolerance'],
    ['1 pod per 60 s', '1\u00a0pod per 60\u00a0s'],
    ['up to 8 allowed', 'up to 8 allowed'],
    ['from 4 to 8. cpu', 'from 4 to 8. cpu'],
    ['2 maximum', '2 maximum'],
  ])('%s', (text, expected) => {
    expect(unbroken(text)).toBe(expected);
  });
});
