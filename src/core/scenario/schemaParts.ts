/** The pieces that the schemas are made of, each with the words that a wrong value is answered with. */
import * as v from 'valibot';
import { SCENARIO_LIMITS as LIMITS } from './limits.ts';

export function amount(most: number) {
  return v.pipe(
    v.number('must be a number'),
    v.finite('must be a finite number'),
    v.minValue(0, 'must not be negative'),
    v.maxValue(most, `must be at most ${most}`),
  );
}

export function whole(least: number, most: number) {
  return v.pipe(
    v.number('must be a number'),
    v.integer('must be a whole number'),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(most, `must be at most ${most}`),
  );
}

export function text(most: number) {
  return v.pipe(v.string('must be text'), v.maxLength(most, `must be at most ${most} characters long`));
}

/** Whole seconds, from 0 for a delay, from 1 for a period. */
export function seconds(least: 0 | 1) {
  return whole(least, LIMITS.seconds);
}

/** One of a few words. */
export function oneOf<const T extends readonly string[]>(options: T) {
  return v.picklist(options, `must be one of ${options.join(', ')}`);
}

export const name = v.pipe(text(LIMITS.nameLength), v.nonEmpty('must not be empty'));
export const flag = v.boolean('must be true or false');
/** An instant of the run. */
export const instant = whole(0, LIMITS.durationSeconds);
