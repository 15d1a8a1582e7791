/** Bounds of what is taught with, whoever it comes from; scenarios inside have their own. */
export const LESSON_LIMITS = {
  /** of a file, in UTF-16 code units */
  fileLength: 8_000_000,
  /** of an id or a chapter */
  idLength: 100,
  titleLength: 200,
  /** of one Markdown text */
  textLength: 20_000,
  /** of a hint, a question, a note, a line of anything */
  lineLength: 2_000,
  options: 12,
  goals: 30,
  hints: 20,
  variants: 5,
  sources: 20,
  beliefs: 20,
  locks: 50,
  edits: 50,
  given: 100,
  steps: 60,
  entries: 100,
} as const;
