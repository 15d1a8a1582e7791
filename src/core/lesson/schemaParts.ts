/** Pieces of the schemas of what is taught with. */
import * as v from 'valibot';
import { parseExpectation, parseMeasure, parseMoment } from '../expectations/parse.ts';
import type { Parsed } from '../expectations/types.ts';
import { name, text } from '../scenario/schemaParts.ts';
import { LESSON_LIMITS as LIMITS } from './limits.ts';
import { readLock } from './locks.ts';
import { completeScenario } from './scenarioPart.ts';

/** What the grammar of expectations reads, with its own words about what is wrong. */
function read<T>(parse: (text: string) => Parsed<T>) {
  return v.pipe(
    v.string('must be text'),
    v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
      const result = parse(dataset.value);
      if (result.ok) return result.value;
      const { message, start } = result.fault;
      addIssue({ message: `cannot be read at character ${start + 1}: ${message.replace(/\.$/, '')}` });
      return NEVER;
    }),
  );
}

export const expectation = read(parseExpectation);
export const measure = read(parseMeasure);
export const moment = read(parseMoment);

export const lock = v.pipe(
  v.string('must be text'),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const found = readLock(dataset.value);
    if (found !== undefined) return found;
    addIssue({ message: 'must be a part such as load, or a field such as manifest:spec.maxReplicas' });
    return NEVER;
  }),
);

export const scenario = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const result = completeScenario(dataset.value);
    if (result.ok) return result.scenario;
    addIssue({ message: `cannot be read: ${result.message.replace(/\.$/, '')}` });
    return NEVER;
  }),
);

export const id = v.pipe(
  text(LIMITS.idLength),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters and digits, with single hyphens between'),
);
export const title = v.pipe(text(LIMITS.titleLength), v.nonEmpty('must not be empty'));
export const line = v.pipe(text(LIMITS.lineLength), v.nonEmpty('must not be empty'));
export const markdown = text(LIMITS.textLength);
export const chapter = name;

/** Absent counts as empty. */
export function list<const S extends v.GenericSchema>(item: S, most: number) {
  return v.optional(
    v.pipe(v.array(item, 'must be a list'), v.maxLength(most, `must have at most ${most} entries`)),
    [],
  );
}

export const goal = v.strictObject({ expectation, text: v.exactOptional(line) });
export const goals = list(goal, LIMITS.goals);
export const locks = list(lock, LIMITS.locks);
