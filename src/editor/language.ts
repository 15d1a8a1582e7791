/**
 * What the editor knows of Kubernetes: completion and hovers from the API's own schemas, quick fixes from the
 * problems. Asked of the main thread, because each answer takes about a millisecond.
 */
import type { editor, IRange, languages } from 'monaco-editor/editor.js';
import type { Advice, Minor, Problem, Range } from '../core/index.ts';
import { toMarkerData } from './markers.ts';
import type { Monaco } from './monaco.ts';
import { loadSchema } from './schema/load.ts';
import { type Explained, explanationAt, type Suggestion, suggestionsAt } from './schema/suggest.ts';
import { placeAt } from './schema/triggerPlace.ts';

/** What is known beside the text of a model. */
export interface ModelFacts {
  readonly minor: Minor;
  readonly problems: readonly Problem[];
  readonly advice: readonly Advice[];
}

const facts = new WeakMap<editor.ITextModel, ModelFacts>();

export function setModelFacts(model: editor.ITextModel, known: ModelFacts): void {
  facts.set(model, known);
}

const LANGUAGE = 'yaml';
let isInstalled = false;

/** Once for the page: providers belong to the language, not to an editor. */
export function installLanguage(monaco: Monaco): void {
  if (isInstalled) return;
  isInstalled = true;
  const { languages } = monaco;
  languages.registerCompletionItemProvider(LANGUAGE, {
    triggerCharacters: [' ', ':', '"'],
    provideCompletionItems: async (model, position) => ({
      suggestions: await completions(monaco, model, model.getOffsetAt(position)),
    }),
  });
  languages.registerHoverProvider(LANGUAGE, {
    provideHover: (model, position) => hover(monaco, model, model.getOffsetAt(position)),
  });
  languages.registerCodeActionProvider(LANGUAGE, {
    provideCodeActions: (model, range) => ({ actions: codeActions(model, range), dispose: () => undefined }),
  });
}

async function completions(
  monaco: Monaco,
  model: editor.ITextModel,
  offset: number,
): Promise<languages.CompletionItem[]> {
  const known = facts.get(model);
  const place = placeAt(model.getValue(), offset);
  if (known === undefined || place === undefined) return [];
  const range = rangeOf(monaco, model, place.start, place.end);
  return suggestionsAt(await loadSchema(known.minor), place).map((suggestion) =>
    item(monaco, suggestion, range),
  );
}

function item(monaco: Monaco, suggestion: Suggestion, range: IRange): languages.CompletionItem {
  const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages;
  const { label, kind, detail, documentation, insert, thenValue, rank } = suggestion;
  const icons = {
    field: CompletionItemKind.Field,
    value: CompletionItemKind.EnumMember,
    snippet: CompletionItemKind.Snippet,
  };
  return {
    label,
    kind: icons[kind],
    detail,
    documentation: { value: documentation },
    insertText: insert,
    insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
    sortText: `${rank}${label}`,
    range,
    ...(thenValue ? { command: { id: 'editor.action.triggerSuggest', title: 'Suggest values' } } : {}),
  };
}

async function hover(
  monaco: Monaco,
  model: editor.ITextModel,
  offset: number,
): Promise<languages.Hover | undefined> {
  const known = facts.get(model);
  const place = placeAt(model.getValue(), offset);
  if (known === undefined || place === undefined || place.at === 'either') return undefined;
  const explained = explanationAt(await loadSchema(known.minor), place);
  if (explained === undefined) return undefined;
  const range = rangeOf(monaco, model, place.start, place.end);
  return { contents: hoverTexts(explained, known.minor), range };
}

/** Markdown; the editor shows it without links that leave the page by themselves, and without HTML. */
function hoverTexts(
  { path, typeText, description, words, ...rest }: Explained,
  minor: Minor,
): { value: string }[] {
  const facts = [
    ...(words.length === 0 ? [] : [`One of: ${words.map((word) => `\`${word}\``).join(', ')}.`]),
    ...(rest.default === undefined ? [] : [`Default: \`${rest.default}\`.`]),
  ];
  return [
    { value: `\`${path}\` · ${typeText}` },
    { value: description },
    { value: [...facts, `*Kubernetes ${minor}*`].join(' ') },
  ];
}

/** The quick fixes of what is said about the lines of a range. */
function codeActions(model: editor.ITextModel, range: IRange): languages.CodeAction[] {
  const { problems = [], advice = [] } = facts.get(model) ?? {};
  const findings: readonly (Problem | Advice)[] = [...problems, ...advice];
  const touches = ({ range: { startLine, endLine } }: Problem | Advice): boolean =>
    startLine <= range.endLineNumber && endLine >= range.startLineNumber;
  return findings.filter(touches).flatMap((finding) =>
    (finding.fixes ?? []).map(({ title, edits }, index) => ({
      title,
      kind: 'quickfix',
      isPreferred: index === 0,
      diagnostics: finding.severity === 'advice' ? [] : [toMarkerData(finding)],
      edit: {
        edits: edits.map(({ range: place, newText }) => ({
          resource: model.uri,
          versionId: model.getVersionId(),
          textEdit: { range: toMonacoRange(place), text: newText },
        })),
      },
    })),
  );
}

export function toMonacoRange({ startLine, startColumn, endLine, endColumn }: Range): IRange {
  return { startLineNumber: startLine, startColumn, endLineNumber: endLine, endColumn };
}

function rangeOf(monaco: Monaco, model: editor.ITextModel, start: number, end: number): IRange {
  return monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}
