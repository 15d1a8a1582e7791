/** What Go's `fmt` makes of a format string that is given no arguments. */

const FLAGS = '#0+- ';
/** numbers above this are refused as width, precision or argument index */
const LARGEST_NUMBER = 1_000_000;

/**
 * `fmt.Sprintf(format)`: a percent sign in the text starts a verb whose argument is missing.
 *
 * @rule GO15 `100% full` becomes `100%!f(MISSING)ull`
 */
export function sprintf(format: string): string {
  if (!format.includes('%')) return format;
  let out = '';
  let at = 0;
  while (at < format.length) {
    const percent = format.indexOf('%', at);
    if (percent === -1) return out + format.slice(at);
    const verb = new VerbReader(format, percent + 1);
    out += format.slice(at, percent) + verb.read();
    at = verb.at;
  }
  return out;
}

/** Reads `[flags][index][width][.precision]verb` from just behind a percent sign. */
class VerbReader {
  readonly format: string;
  at: number;
  private goodIndex = true;
  private written = '';

  constructor(format: string, at: number) {
    this.format = format;
    this.at = at;
  }

  read(): string {
    while (this.at < this.format.length && FLAGS.includes(this.char())) this.at += 1;
    let afterIndex = this.readIndex();
    afterIndex = this.readNumberOrStar(afterIndex, '%!(BADWIDTH)', false);
    if (this.char() === '.') {
      this.at += 1;
      if (afterIndex) this.goodIndex = false;
      afterIndex = this.readIndex();
      afterIndex = this.readNumberOrStar(afterIndex, '%!(BADPREC)', true);
    }
    if (!afterIndex) this.readIndex();
    if (this.at >= this.format.length) return `${this.written}%!(NOVERB)`;
    const verb = String.fromCodePoint(this.format.codePointAt(this.at) ?? 0);
    this.at += verb.length;
    if (verb === '%') return `${this.written}%`;
    return `${this.written}%!${verb}(${this.goodIndex ? 'MISSING' : 'BADINDEX'})`;
  }

  private char(): string {
    return this.format.charAt(this.at);
  }

  /** `[n]`: without arguments every index is a bad one. True when a well-formed one was read. */
  private readIndex(): boolean {
    if (this.char() !== '[') return false;
    this.goodIndex = false;
    const close = this.format.indexOf(']', this.at + 1);
    if (close === -1 || this.format.length - this.at < 3) {
      this.at += 1;
      return false;
    }
    const inside = this.format.slice(this.at + 1, close);
    this.at = close + 1;
    return /^[0-9]+$/.test(inside) && Number(inside) <= LARGEST_NUMBER;
  }

  private readNumberOrStar(afterIndex: boolean, bad: string, precision: boolean): boolean {
    if (this.char() === '*') {
      this.at += 1;
      this.written += bad;
      return false;
    }
    const digits = /^[0-9]*/.exec(this.format.slice(this.at))?.[0] ?? '';
    if (digits !== '' && Number(digits) > LARGEST_NUMBER) {
      this.at = this.format.length;
      return afterIndex;
    }
    this.at += digits.length;
    if (afterIndex && digits !== '' && !precision) this.goodIndex = false;
    return afterIndex;
  }
}
