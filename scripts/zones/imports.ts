/** Finds imports that cross between rooms where the table has no arrow. */
import { posix } from 'node:path';
import ts from 'typescript';
import type { Zone } from './table.ts';

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

interface Import {
  readonly specifier: string;
  readonly line: number;
  readonly typeOnly: boolean;
}

/** Whether every name of an import or export is a type. */
function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) {
    if (node.isTypeOnly) return true;
    const clause = node.exportClause;
    return clause !== undefined && ts.isNamedExports(clause) && clause.elements.every((e) => e.isTypeOnly);
  }
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name !== undefined || named === undefined || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((e) => e.isTypeOnly);
}

/** `new URL('./worker.ts', import.meta.url)`: how a worker's module is named. */
function isModuleUrl(node: ts.Node): node is ts.NewExpression {
  if (!ts.isNewExpression(node) || node.expression.getText() !== 'URL') return false;
  return node.arguments?.[1]?.getText() === 'import.meta.url';
}

function specifierOf(node: ts.Node): { literal: ts.Expression | undefined; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node)) return { literal: node.moduleSpecifier, typeOnly: isTypeOnly(node) };
  if (ts.isExportDeclaration(node)) return { literal: node.moduleSpecifier, typeOnly: isTypeOnly(node) };
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return { literal: node.arguments[0], typeOnly: false };
  }
  if (isModuleUrl(node)) return { literal: node.arguments?.[0], typeOnly: false };
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { literal: node.argument.literal as ts.Expression, typeOnly: true };
  }
  return undefined;
}

function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const named = specifierOf(node);
    if (named?.literal !== undefined && ts.isStringLiteralLike(named.literal)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      found.push({ specifier: named.literal.text, line, typeOnly: named.typeOnly });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isWithin = (path: string, room: string): boolean => path === room || path.startsWith(`${room}/`);

/** The zone of a file: the longest room that holds it. */
export function zoneOf(path: string, zones: readonly Zone[]): Zone | undefined {
  return zones
    .filter((zone) => isWithin(path, zone.room))
    .reduce<Zone | undefined>(
      (best, zone) => (best && best.room.length >= zone.room.length ? best : zone),
      undefined,
    );
}

function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** Tests stand beside what they test, and use what a test uses: its runner, the examples, every room on their side. */
const isTest = (file: string): boolean => /\.test\.tsx?$|\/testing\//.test(file);
const sideOf = (path: string): string => (isWithin(path, 'src/core') ? 'src/core' : 'src');

function judge(file: string, zone: Zone, imported: Import): string | undefined {
  const { specifier, typeOnly } = imported;
  if (!specifier.startsWith('.')) {
    if (isTest(file) || zone.packages === undefined || zone.packages.includes(packageName(specifier)))
      return undefined;
    return `${zone.room} may not import the package ${packageName(specifier)}. ${zone.because}`;
  }
  const target = posix.normalize(posix.join(posix.dirname(file), specifier.replace(/\?.*$/, '')));
  if (isWithin(target, zone.room)) return undefined;
  if (isTest(file) && [sideOf(file), 'examples'].some((room) => isWithin(target, room))) return undefined;
  if (zone.may.some((room) => isWithin(target, room))) return undefined;
  const types = zone.mayTypes?.some((room) => isWithin(target, room)) ?? false;
  if (types && typeOnly) return undefined;
  if (types) return `${zone.room} may import types alone from ${target} (import type). ${zone.because}`;
  return `${zone.room} may not import ${target}. ${zone.because}`;
}

/**
 * @param file path from the project's root, with forward slashes
 * @returns every import of the file for which the table has no arrow
 */
export function checkImports(file: string, text: string, zones: readonly Zone[]): Finding[] {
  const zone = zoneOf(file, zones);
  if (zone === undefined) {
    return [{ file, line: 1, message: 'belongs to no room: give it a row in scripts/zones/table.ts' }];
  }
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return importsOf(source).flatMap((imported) => {
    const message = judge(file, zone, imported);
    return message === undefined ? [] : [{ file, line: imported.line, message }];
  });
}
