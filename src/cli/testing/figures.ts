/** Figures that a text holds by hand, and the numbers that a scenario has. */
import { MINORS, type Scenario } from '../../core/index.ts';
import { withoutPlaceholders } from '../../core/lesson/placeholders.ts';

/** `12:05` as seconds and `1,200` as 1200, so that both are found among the scenario’s numbers. */
export function numberOf(figure: string): string {
  const clock = /^(\d+):(\d\d)$/.exec(figure);
  return clock === null ? figure.replaceAll(',', '') : String(Number(clock[1]) * 60 + Number(clock[2]));
}

const FIGURE = /\d[\d.,:]*\d|\d/g;
/** What stands for itself: what stands in code, names of measures and of API versions. */
const CODE = /`[^`]*`|\bp95\b|\bv\dbeta\d\b|\bautoscaling\/v\d\b/g;

function figuresIn(text: string): readonly string[] {
  return withoutPlaceholders(text).replace(CODE, ' ').match(FIGURE) ?? [];
}

function numbersOf(scenario: Scenario): ReadonlySet<string> {
  return new Set(JSON.stringify(scenario).match(/\d+(\.\d+)?/g) ?? []);
}

/** What of the texts is neither in the scenarios nor among what is given. */
export function unexplainedFigures(
  texts: readonly string[],
  scenarios: readonly Scenario[],
  given: readonly string[],
): readonly string[] {
  const known = new Set<string>([...MINORS, ...scenarios.flatMap((scenario) => [...numbersOf(scenario)])]);
  return texts.flatMap(figuresIn).filter((figure) => !known.has(numberOf(figure)) && !given.includes(figure));
}
