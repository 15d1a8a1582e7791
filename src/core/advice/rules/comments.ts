/** Comments that say something else than the fields beside them do. Read conservatively: one number, one meaning. */
import type { HPAScalingPolicy, HPAScalingRules } from '../../autoscaling/types.ts';
import type { PathSegment } from '../../manifest/documents.ts';
import { DIRECTIONS, type Direction } from '../askPolicies.ts';
import { commentsAt, durationClaim, percentClaim, podsClaim } from '../comments.ts';
import { LINKS } from '../links.ts';
import { resourceMetrics } from '../resourceMetrics.ts';
import type { Review } from '../review.ts';
import { type AdviceRule, type Finding, inHpa, type Place, rangeOf, writtenRange } from '../rule.ts';
import { podsText, spanText } from '../wording.ts';

type Path = readonly PathSegment[];

function contradiction(
  review: Review,
  at: Place,
  comment: string,
  fact: string,
  value?: number | string,
): Finding {
  const range = writtenRange(review, at);
  const fixes =
    value === undefined || range === undefined
      ? []
      : [{ title: `Write ${value}, as the comment says`, edits: [{ range, newText: String(value) }] }];
  const said = comment.trim().replace(/\.$/, '');
  return { at, message: `The comment says “${said}”, but ${fact}.`, fixes };
}

/** At a field itself: what its own comments claim. */
function checkField(
  review: Review,
  path: Path,
  claim: (comment: string) => number | undefined,
  value: number | undefined,
  fact: (claimed: number) => string,
  aim: Place['aim'] = 'value',
): Finding[] {
  if (value === undefined) return [];
  const at = inHpa(review, path, aim);
  for (const comment of commentsAt(review, at)) {
    const claimed = claim(comment);
    if (claimed !== undefined && claimed !== value)
      return [contradiction(review, at, comment, fact(claimed), claimed)];
  }
  return [];
}

/** `60` beside five minutes; `5` beside five minutes was meant as minutes. */
function secondsFact(field: string, value: number): (claimed: number) => string {
  return (claimed) =>
    value > 0 && value * 60 === claimed
      ? `${field} counts seconds: ${value} of them, not ${spanText(claimed)}`
      : `${field} is ${value} s`;
}

const AT_ONCE =
  /\b(immediate(ly)?|at once|instant(ly)?|no delay|without delay|no stabili[sz]ation|right away)\b/i;

function checkWindow(review: Review, direction: Direction, rules: HPAScalingRules): Finding[] {
  const seconds = rules.stabilizationWindowSeconds;
  if (seconds === undefined) return [];
  const path = ['spec', 'behavior', direction, 'stabilizationWindowSeconds'];
  const found = checkField(
    review,
    path,
    durationClaim,
    seconds,
    secondsFact('stabilizationWindowSeconds', seconds),
  );
  if (found.length > 0 || seconds === 0) return found;
  const at = inHpa(review, path);
  const comment = commentsAt(review, at).find(
    (text) => AT_ONCE.test(text) && durationClaim(text) === undefined,
  );
  if (comment === undefined) return [];
  return [
    contradiction(review, at, comment, `changes in this direction wait for a window of ${seconds} s`, 0),
  ];
}

const DOUBLE = /\b(doubl(e|es|ing)|twice)\b/i;
const HALF = /\b(halv(e|es|ing)|half)\b/i;

function percentOfWords(comment: string, direction: Direction): number | undefined {
  const claimed = percentClaim(comment);
  if (claimed !== undefined) return claimed;
  if (direction === 'scaleUp' && DOUBLE.test(comment)) return 100;
  return direction === 'scaleDown' && HALF.test(comment) ? 50 : undefined;
}

/** What a comment on one policy claims of its value: in its own unit, or the same number in the other one. */
function valueFact(
  { type, value }: HPAScalingPolicy,
  direction: Direction,
  comment: string,
): { readonly fact: string; readonly write?: number } | undefined {
  const percent = percentOfWords(comment, direction);
  const pods = podsClaim(comment);
  const verb = direction === 'scaleUp' ? 'added' : 'removed';
  const [own, other] = type === 'Percent' ? [percent, pods] : [pods, percent];
  if (own !== undefined && own !== value) {
    const unit = type === 'Percent' ? `${value} % of the pods` : podsText(value);
    return { fact: `this policy lets up to ${unit} be ${verb}`, write: own };
  }
  if (own === undefined && other === value) {
    const fact = type === 'Percent' ? `${value} is a percentage here` : `${value} is a number of pods here`;
    return { fact };
  }
  return undefined;
}

function checkPolicy(
  review: Review,
  direction: Direction,
  policy: HPAScalingPolicy,
  index: number,
): Finding[] {
  const path = ['spec', 'behavior', direction, 'policies', index];
  const at = inHpa(review, [...path, 'value']);
  const comments = new Set(
    ['type', 'value'].flatMap((field) => commentsAt(review, inHpa(review, [...path, field], 'key'))),
  );
  const period = policy.periodSeconds;
  const found: Finding[] = [];
  for (const comment of comments) {
    const claim = valueFact(policy, direction, comment);
    if (claim !== undefined) found.push(contradiction(review, at, comment, claim.fact, claim.write));
    const span = durationClaim(comment);
    if (span === undefined || span === period) continue;
    const place = inHpa(review, [...path, 'periodSeconds']);
    found.push(contradiction(review, place, comment, `periodSeconds is ${period}`, span));
  }
  const fact = secondsFact('periodSeconds', period);
  found.push(...checkField(review, [...path, 'periodSeconds'], durationClaim, period, fact));
  return found;
}

const NEVER =
  /\b(never|do not|don't|no) scal(e|es|ing)[ -]?(up|down|in|out)\b|\bscal(e|ing)[ -]?(up|down|in|out) (is )?(disabled|off)\b/i;

/** At the head of a direction: a comment on all of its policies and its window. */
function checkDirection(review: Review, direction: Direction, rules: HPAScalingRules): Finding[] {
  const policies = rules.policies ?? [];
  const head = inHpa(review, ['spec', 'behavior', direction], 'key');
  const list = inHpa(review, ['spec', 'behavior', direction, 'policies'], 'key');
  const comments = new Set([
    ...commentsAt(review, head),
    ...(policies.length > 0 ? commentsAt(review, list) : []),
  ]);
  return [...comments].flatMap((comment): Finding[] => {
    if (NEVER.test(comment) && rules.selectPolicy !== 'Disabled') {
      return [contradiction(review, head, comment, 'only selectPolicy Disabled does that')];
    }
    return checkSums(review, direction, rules, comment);
  });
}

function checkSums(review: Review, direction: Direction, rules: HPAScalingRules, comment: string): Finding[] {
  const policies = rules.policies ?? [];
  const found: Finding[] = [];
  for (const [type, claimed] of [
    ['Percent', percentOfWords(comment, direction)],
    ['Pods', podsClaim(comment)],
  ] as const) {
    const index = policies.findIndex((policy) => policy.type === type);
    const policy = policies[index];
    if (claimed === undefined || policy === undefined) continue;
    if (policies.some((other) => other.type === type && other.value === claimed)) continue;
    const at = inHpa(review, ['spec', 'behavior', direction, 'policies', index, 'value']);
    const claim = valueFact(policy, direction, comment);
    if (claim !== undefined) found.push(contradiction(review, at, comment, claim.fact, claimed));
  }
  const span = durationClaim(comment);
  const spans = [rules.stabilizationWindowSeconds, ...policies.map(({ periodSeconds }) => periodSeconds)];
  const written = spans.filter((seconds) => seconds !== undefined);
  if (span !== undefined && written.length > 0 && !written.includes(span)) {
    const at = inHpa(review, ['spec', 'behavior', direction], 'key');
    const fact = `${direction} has ${written.map((seconds) => `${seconds} s`).join(' and ')}`;
    found.push(contradiction(review, at, comment, fact));
  }
  return found;
}

const TIMID = /\b(smallest|slowest|slower|conservative(ly)?|fewest|lowest|gentl[ey]|cautious(ly)?)\b/i;
const BOLD = /\b(largest|fastest|faster|aggressive(ly)?|highest|biggest)\b/i;

function checkSelectPolicy(review: Review, direction: Direction, rules: HPAScalingRules): Finding[] {
  const at = inHpa(review, ['spec', 'behavior', direction, 'selectPolicy']);
  if (rules.selectPolicy !== 'Max' && rules.selectPolicy !== 'Min') return [];
  const isMax = rules.selectPolicy === 'Max';
  const comment = commentsAt(review, at).find((text) =>
    isMax ? TIMID.test(text) && !BOLD.test(text) : BOLD.test(text) && !TIMID.test(text),
  );
  if (comment === undefined) return [];
  const fact = isMax
    ? 'Max allows the largest change of its policies'
    : 'Min allows the smallest change of its policies';
  return [contradiction(review, at, comment, fact, isMax ? 'Min' : 'Max')];
}

const OF_LIMIT = /\bof (the |its )?((cpu|memory|resource) )?limits?\b/i;

function checkTargets(review: Review): Finding[] {
  return resourceMetrics(review).flatMap(({ target, path }): Finding[] => {
    const percent = target.averageUtilization;
    const field = [...path, 'target', 'averageUtilization'];
    const found = checkField(review, field, percentClaim, percent, () => `the target is ${percent} %`);
    if (found.length > 0 || percent === undefined) return found;
    const at = inHpa(review, field);
    const comment = commentsAt(review, at).find((text) => OF_LIMIT.test(text));
    return comment === undefined
      ? []
      : [contradiction(review, at, comment, 'utilization is a percentage of the request')];
  });
}

/** A count for each of something is not the count of the workload. */
const PER = /\b(per|each|every)\b/i;
const AT_LEAST = /\b(?:at least|min(?:imum)?(?: of)?:?) (\d+)\b/i;
const AT_MOST = /\b(?:at most|up to|max(?:imum)?(?: of)?:?|no more than) (\d+)\b/i;

function checkBounds(review: Review): Finding[] {
  const claimOf =
    (bare: RegExp) =>
    (comment: string): number | undefined => {
      if (PER.test(comment)) return undefined;
      const match = bare.exec(comment)?.[1];
      return match === undefined ? podsClaim(comment) : Number(match);
    };
  const { minReplicas, maxReplicas } = review.written;
  return [
    ...checkField(
      review,
      ['spec', 'minReplicas'],
      claimOf(AT_LEAST),
      minReplicas,
      () => `minReplicas is ${minReplicas}`,
    ),
    ...checkField(
      review,
      ['spec', 'maxReplicas'],
      claimOf(AT_MOST),
      maxReplicas,
      () => `maxReplicas is ${maxReplicas}`,
    ),
  ];
}

function checkBehavior(review: Review): Finding[] {
  return DIRECTIONS.flatMap((direction): Finding[] => {
    const rules = review.written.behavior?.[direction];
    if (rules === undefined) return [];
    return [
      ...checkDirection(review, direction, rules),
      ...checkWindow(review, direction, rules),
      ...(rules.policies ?? []).flatMap((policy, index) => checkPolicy(review, direction, policy, index)),
      ...checkSelectPolicy(review, direction, rules),
    ];
  });
}

/** One word on each place is enough. */
function oncePerPlace(review: Review, findings: readonly Finding[]): readonly Finding[] {
  const told = new Set<string>();
  return findings.filter(({ at }) => {
    const { startLine, startColumn } = rangeOf(review, at);
    const key = `${startLine}:${startColumn}`;
    return !told.has(key) && told.add(key);
  });
}

/** @rule AD50 */
const commentContradicts: AdviceRule = {
  rule: 'comment-contradicts',
  reason:
    'The controller reads the field, people read the comment. One of the two was changed and the other forgotten, or the field does not do what its author believed.',
  link: LINKS.behavior,
  find: (review) =>
    oncePerPlace(review, [...checkBounds(review), ...checkTargets(review), ...checkBehavior(review)]),
};

export const COMMENT_RULES: readonly AdviceRule[] = [commentContradicts];
