import { describe, expect, it } from 'vitest';
import { advise, edited, found, HEALTHY, withBehavior } from '../testing.ts';

const contradictions = (text: string): readonly string[] => found(text, 'comment-contradicts');
const down = (lines: string): string => withBehavior(`scaleDown:\n${lines.trimEnd().replace(/^/gm, '  ')}\n`);
const policy = (type: string, value: number, period = 60): string =>
  `policies:\n  - type: ${type}\n    value: ${value}\n    periodSeconds: ${period}\n`;

describe('comment-contradicts: windows and periods', () => {
  it('[AD50] compares a duration with the seconds beside it', () => {
    expect(contradictions(down('stabilizationWindowSeconds: 60 # 5 minutes'))).toEqual([
      'stabilizationWindowSeconds: 60 # 5 minutes | The comment says “5 minutes”, but stabilizationWindowSeconds is 60 s.',
    ]);
    expect(
      contradictions(down('# wait 5 minutes before scaling down\nstabilizationWindowSeconds: 60')),
    ).toHaveLength(1);
    expect(contradictions(down('stabilizationWindowSeconds: 5 # 5 min'))).toEqual([
      'stabilizationWindowSeconds: 5 # 5 min | The comment says “5 min”, but stabilizationWindowSeconds counts seconds: 5 of them, not 5 min.',
    ]);
    expect(
      contradictions(
        edited(down(policy('Pods', 2)), ['periodSeconds: 60', 'periodSeconds: 15 # every minute']),
      ),
    ).toHaveLength(1);
  });

  it.each([
    'stabilizationWindowSeconds: 300 # 5 minutes',
    'stabilizationWindowSeconds: 300 # 5m',
    'stabilizationWindowSeconds: 90 # a minute and a half',
    'stabilizationWindowSeconds: 60 # was 5 minutes',
    'stabilizationWindowSeconds: 60 # 5 minutes is the default',
    'stabilizationWindowSeconds: 60 # between 30 seconds and 5 minutes',
    '# 5 minutes\n\nstabilizationWindowSeconds: 60',
    'stabilizationWindowSeconds: 3600 # an hour',
  ])('[AD50] accepts %s', (lines) => {
    expect(contradictions(down(lines))).toEqual([]);
  });

  it('[AD50] knows that at once is no window', () => {
    const text = withBehavior('scaleUp:\n  stabilizationWindowSeconds: 60 # scale up immediately\n');
    expect(contradictions(text)).toHaveLength(1);
    expect(contradictions(edited(text, ['Seconds: 60', 'Seconds: 0']))).toEqual([]);
  });

  it('[AD50] offers the value that the comment names', () => {
    const [advice] = advise(down('stabilizationWindowSeconds: 60 # 5 minutes')).filter(
      ({ rule }) => rule === 'comment-contradicts',
    );
    expect(advice?.fixes).toEqual([
      { title: 'Write 300, as the comment says', edits: [{ range: advice?.range, newText: '300' }] },
    ]);
  });
});

describe('comment-contradicts: policies', () => {
  it('[AD50] compares percents and pods, at the value, the policy and the direction', () => {
    const at = (from: string, to: string): readonly string[] =>
      contradictions(edited(down(policy('Percent', 100)), [from, to]));
    expect(at('value: 100', 'value: 100 # scale down by at most 10%')).toEqual([
      'value: 100 # scale down by at most 10% | The comment says “scale down by at most 10%”, but this policy lets up to 100 % of the pods be removed.',
    ]);
    expect(at('- type: Percent', '# 10 percent per minute\n        - type: Percent')).toHaveLength(1);
    expect(at('scaleDown:', 'scaleDown: # scale down by at most 10%')).toHaveLength(1);
    expect(at('policies:', 'policies: # halve')).toHaveLength(1);
    expect(at('value: 100', 'value: 100 # everything')).toEqual([]);
  });

  it('[AD50] tells pods from percents', () => {
    expect(
      contradictions(edited(down(policy('Percent', 4)), ['value: 4', 'value: 4 # remove 4 pods'])),
    ).toEqual(['value: 4 # remove 4 pods | The comment says “remove 4 pods”, but 4 is a percentage here.']);
    expect(
      contradictions(edited(down(policy('Pods', 4)), ['value: 4', 'value: 4 # one pod at a time'])),
    ).toHaveLength(1);
    expect(
      contradictions(edited(down(policy('Pods', 1)), ['value: 1', 'value: 1 # one pod at a time'])),
    ).toEqual([]);
  });

  it('[AD50] reads a period in the comment of its policy', () => {
    const text = edited(down(policy('Pods', 2, 15)), [
      '- type: Pods',
      '# 2 pods per minute\n        - type: Pods',
    ]);
    expect(contradictions(text)).toEqual([
      'periodSeconds: 15 | The comment says “2 pods per minute”, but periodSeconds is 15.',
    ]);
    expect(contradictions(edited(text, ['periodSeconds: 15', 'periodSeconds: 60']))).toEqual([]);
  });

  it('[AD50] knows what switches a direction off, and what Max and Min choose', () => {
    const never = edited(down(policy('Pods', 2)), ['scaleDown:', 'scaleDown: # never scale down']);
    expect(contradictions(never)[0]).toContain('only selectPolicy Disabled does that');
    expect(contradictions(`${never}      selectPolicy: Disabled\n`)).toEqual([]);
    const timid = `${down(policy('Pods', 2))}      selectPolicy: Max # most conservative\n`;
    expect(contradictions(timid)[0]).toContain('Max allows the largest change');
    expect(contradictions(edited(timid, ['Max #', 'Min #']))).toEqual([]);
  });
});

describe('comment-contradicts: bounds and targets', () => {
  const at = (from: string, to: string): readonly string[] => contradictions(edited(HEALTHY, [from, to]));

  it('[AD50] compares counts', () => {
    expect(at('minReplicas: 2', 'minReplicas: 2 # at least 3')).toHaveLength(1);
    expect(at('maxReplicas: 20', 'maxReplicas: 20 # never more than 10 pods')).toHaveLength(1);
    expect(at('minReplicas: 2', 'minReplicas: 2 # at least 2 replicas')).toEqual([]);
    expect(at('minReplicas: 2', 'minReplicas: 2 # one pod per zone')).toEqual([]);
    expect(at('minReplicas: 2', 'minReplicas: 2 # see ADR 17')).toEqual([]);
  });

  it('[AD50] compares percents, and knows of what', () => {
    expect(at('averageUtilization: 70', 'averageUtilization: 70 # 80%')).toEqual([
      'averageUtilization: 70 # 80% | The comment says “80%”, but the target is 70 %.',
    ]);
    expect(at('averageUtilization: 70', 'averageUtilization: 70 # 70% of the CPU limit')[0]).toContain(
      'percentage of the request',
    );
    expect(at('averageUtilization: 70', 'averageUtilization: 70 # 70% of requests')).toEqual([]);
    expect(at('averageUtilization: 70', 'averageUtilization: 70 # was 80%')).toEqual([]);
  });
});
