/** Bounds on a text before and while it is read. A stranger's link must not be able to stall the page. */

/** UTF-16 code units. Five hundred times a usual manifest. */
export const MAX_MANIFEST_LENGTH = 512 * 1024;

/** `*name` nodes in one document. */
export const MAX_ALIASES = 200;

/** Values in one document after its aliases are expanded: nine lines of aliases of aliases make 10^9. */
export const MAX_EXPANDED_NODES = 100_000;

/** Collections inside collections; the deepest field of the API sits at nine. */
export const MAX_DEPTH = 60;

/** Documents in one text, the items of lists counted. */
export const MAX_DOCUMENTS = 500;

/** UTF-16 code units of a document for which fixes are tried out by parsing it again. */
export const MAX_TRIED_LENGTH = 64 * 1024;

/** Unknown fields that get fixes; whoever has more of them has pasted something else. */
export const MAX_FIXED = 20;

/** Problems told at once; more of them help nobody. */
export const MAX_PROBLEMS = 100;
