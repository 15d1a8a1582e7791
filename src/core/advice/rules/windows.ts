/** Rules about stabilization windows and tolerances. */
import { asApproximateFloat64, parseQuantity } from '../../apimachinery/quantity.ts';
import { DIRECTIONS, windowReachesBack, writtenDirections } from '../askPolicies.ts';
import { LINKS } from '../links.ts';
import { type AdviceRule, type Finding, inHpa } from '../rule.ts';
import { spanText } from '../wording.ts';

/** A scale-up window from which on a rush is over before it is answered; seconds. */
const LONG_SCALE_UP_WINDOW = 180;

/** @rule AD40 */
const windowNeverBinds: AdviceRule = {
  rule: 'window-never-binds',
  reason:
    'A window chooses among the recommendations that lie inside it, one for each sync. Where no second one fits, or where nothing moves in that direction, there is nothing to choose. Make it longer than the sync period, or leave it out.',
  link: LINKS.window,
  find(review) {
    return writtenDirections(review).flatMap(({ direction, rules, written }): Finding[] => {
      const seconds = written.stabilizationWindowSeconds ?? 0;
      if (seconds === 0) return [];
      const at = inHpa(review, ['spec', 'behavior', direction, 'stabilizationWindowSeconds']);
      if (rules.selectPolicy === 'Disabled') {
        return [{ at, message: `selectPolicy is Disabled, so the window of ${direction} has no effect.` }];
      }
      if (windowReachesBack(review, direction, seconds)) return [];
      const { syncPeriodSeconds } = review.flags;
      const message = `A window of ${seconds} s never holds anything back: the controller looks every ${syncPeriodSeconds} s, and the recommendation before is already outside.`;
      return [{ at, message }];
    });
  },
};

/** @rule AD41 */
const noScaleDownWindow: AdviceRule = {
  rule: 'no-scale-down-window',
  reason:
    'Without a window each dip of the metric removes pods that the next rise needs again: they start, warm up, and are removed. The default is 300 s. A queue whose pods are quick to start can do with less, but seldom with nothing.',
  link: LINKS.window,
  find(review) {
    const rules = review.written.behavior?.scaleDown;
    if (rules?.stabilizationWindowSeconds !== 0 || rules.selectPolicy === 'Disabled') return [];
    const message = 'The scale-down window is 0: the count follows every dip of the metrics, sync by sync.';
    const path = ['spec', 'behavior', 'scaleDown', 'stabilizationWindowSeconds'];
    return [{ at: inHpa(review, path), message }];
  },
};

/** @rule AD42 */
const longScaleUpWindow: AdviceRule = {
  rule: 'long-scale-up-window',
  reason:
    'A scale-up window takes the lowest recommendation within it, so a rise is answered only once it has lasted that long, and at the size it had at its least. The default is 0. Steadier metrics cost less than late pods.',
  link: LINKS.window,
  find(review) {
    const rules = review.written.behavior?.scaleUp;
    const seconds = rules?.stabilizationWindowSeconds ?? 0;
    if (seconds < LONG_SCALE_UP_WINDOW || rules?.selectPolicy === 'Disabled') return [];
    const message = `Load has to stay high for ${spanText(seconds)} before any pod is added.`;
    const path = ['spec', 'behavior', 'scaleUp', 'stabilizationWindowSeconds'];
    return [{ at: inHpa(review, path), message }];
  },
};

/** @rule AD43 */
const toleranceDropped: AdviceRule = {
  rule: 'tolerance-dropped',
  reason:
    'The API server drops the field without a word while the gate HPAConfigurableTolerance is off, and the controller compares with its flag --horizontal-pod-autoscaler-tolerance, 10 % by default. The gate is on by default from 1.35 on.',
  link: LINKS.tolerance,
  find(review) {
    return DIRECTIONS.flatMap((direction): Finding[] => {
      const written = review.written.behavior?.[direction]?.tolerance;
      if (written === undefined || review.spec.behavior?.[direction]?.tolerance !== undefined) return [];
      const message = `Kubernetes ${review.minor} drops this tolerance; ${review.flags.tolerance} holds instead.`;
      return [{ at: inHpa(review, ['spec', 'behavior', direction, 'tolerance']), message }];
    });
  },
};

/** @rule AD44 */
const toleranceTooWide: AdviceRule = {
  rule: 'tolerance-too-wide',
  reason:
    'A tolerance is a share of the target, not a percentage: 0.05 is 5 %. On the way down a tolerance of 1 covers everything from the target to nothing.',
  link: LINKS.tolerance,
  find(review) {
    return DIRECTIONS.flatMap((direction): Finding[] => {
      const text = review.spec.behavior?.[direction]?.tolerance;
      const parsed = text === undefined ? undefined : parseQuantity(text);
      const tolerance = parsed?.ok ? asApproximateFloat64(parsed.value) : 0;
      if (tolerance < 1) return [];
      const effect =
        direction === 'scaleUp'
          ? `the metric has to pass ${Math.round((1 + tolerance) * 100)} % of its target before a pod is added`
          : 'the HPA never scales down';
      const message = `With a tolerance of ${tolerance} ${effect}.`;
      return [{ at: inHpa(review, ['spec', 'behavior', direction, 'tolerance']), message }];
    });
  },
};

export const WINDOW_RULES: readonly AdviceRule[] = [
  windowNeverBinds,
  noScaleDownWindow,
  longScaleUpWindow,
  toleranceDropped,
  toleranceTooWide,
];
