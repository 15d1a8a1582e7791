import type { Minor, Problem } from '../../core/index.ts';
import { checkDocuments } from './check.ts';
import { loadSchema } from './load.ts';

/** What the schemas of a minor say of a text, once they are loaded. */
export async function checkText(text: string, minor: Minor): Promise<readonly Problem[]> {
  return checkDocuments(text, await loadSchema(minor));
}
