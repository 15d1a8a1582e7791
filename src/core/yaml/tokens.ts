/** What the scanner hands to the parser. */
import type { Mark } from './reader.ts';

export type TokenType =
  | 'stream-start'
  | 'stream-end'
  | 'version-directive'
  | 'tag-directive'
  | 'document-start'
  | 'document-end'
  | 'block-sequence-start'
  | 'block-mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-sequence-end'
  | 'flow-mapping-start'
  | 'flow-mapping-end'
  | 'block-entry'
  | 'flow-entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar';

export interface Token {
  readonly type: TokenType;
  readonly start: Mark;
  readonly end: Mark;
  /** of scalars, anchors and aliases; the handle of tags */
  readonly value?: string;
  /** of tags: what follows the handle; of a tag directive: the prefix */
  readonly suffix?: string;
  /** of scalars: neither quoted nor a block */
  readonly isPlain?: boolean;
}
