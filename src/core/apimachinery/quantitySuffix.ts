/**
 * Suffixes of quantities.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/suffix.go
 */
export type QuantityFormat = 'DecimalSI' | 'BinarySI' | 'DecimalExponent';

interface SuffixMeaning {
  readonly base: 2 | 10;
  readonly exponent: number;
  readonly format: QuantityFormat;
}

const DECIMAL = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
]);
const BINARY = new Map([
  ['Ki', 10],
  ['Mi', 20],
  ['Gi', 30],
  ['Ti', 40],
  ['Pi', 50],
  ['Ei', 60],
]);
const DECIMAL_TEXT = new Map([...DECIMAL].map(([text, exponent]) => [exponent, text]));
const BINARY_TEXT = new Map([...BINARY].map(([text, exponent]) => [exponent, text]));

/** @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/suffix.go suffixHandler.interpret */
export function interpretSuffix(suffix: string): SuffixMeaning | undefined {
  const decimal = DECIMAL.get(suffix);
  if (decimal !== undefined) return { base: 10, exponent: decimal, format: 'DecimalSI' };
  const binary = BINARY.get(suffix);
  if (binary !== undefined) return { base: 2, exponent: binary, format: 'BinarySI' };
  const written = /^[eE]([-+]?[0-9]+)$/.exec(suffix)?.[1];
  if (written === undefined) return undefined;
  const exponent = BigInt(written.replace('+', ''));
  if (BigInt.asIntN(64, exponent) !== exponent) return undefined;
  return { base: 10, exponent: Number(BigInt.asIntN(32, exponent)), format: 'DecimalExponent' };
}

/**
 * The suffix that stands for this power; nothing where there is none, as upstream prints it.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/suffix.go suffixHandler.constructBytes
 */
export function suffixText(base: 2 | 10, exponent: number, format: QuantityFormat): string {
  if (format === 'DecimalExponent') return exponent === 0 ? '' : `e${exponent}`;
  return (base === 2 ? BINARY_TEXT.get(exponent) : DECIMAL_TEXT.get(exponent)) ?? '';
}
