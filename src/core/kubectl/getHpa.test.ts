import { describe, expect, it } from 'vitest';
import { resolveRelease } from '../releases/index.ts';
import { getHpas, hpaTable } from './getHpa.ts';
import { printTable } from './table.ts';
import { NOW, WEB } from './testing.ts';

const newest = resolveRelease('1.37');

describe('kubectl get hpa', () => {
  it('names the resource of a target from 1.30 on', () => {
    expect(getHpas([WEB], NOW, {}, newest)).toBe(
      'NAME   REFERENCE        TARGETS        MINPODS   MAXPODS   REPLICAS   AGE\n' +
        'web    Deployment/web   cpu: 45%/50%   2         10        3          5m\n',
    );
    expect(getHpas([WEB], NOW, {}, resolveRelease('1.27'))).toContain('TARGETS   MINPODS');
  });

  it('leaves the headers out, and everything when there is nothing', () => {
    expect(getHpas([WEB], NOW, { noHeaders: true }, newest)).toBe(
      'web   Deployment/web   cpu: 45%/50%   2     10    3     5m\n',
    );
    expect(getHpas([], NOW, {}, newest)).toBe('');
  });

  it('prints as many cells as the server names columns', () => {
    const table = { ...hpaTable([WEB, WEB], NOW, newest), columns: [] };
    expect(printTable(table, { noHeaders: true }, newest)).toBe('\n\n');
  });

  it('measures in bytes from 1.37 on, in characters before', () => {
    const named = { ...WEB, metadata: { ...WEB.metadata, name: 'wéééééb' } };
    expect(getHpas([named], NOW, {}, newest)).toContain('wéééééb        Deployment');
    expect(getHpas([named], NOW, {}, resolveRelease('1.36'))).toContain('wéééééb   Deployment');
  });

  it('cuts a value at its first line end, and makes it safe', () => {
    const named = { ...WEB, metadata: { ...WEB.metadata, name: 'a\x1bb\nc' } };
    expect(getHpas([named], NOW, {}, newest)).toContain('a^[b...');
  });

  it('orders labels by their whole text', () => {
    const labels = { app: 'web', 'app.kubernetes.io/name': 'web', a: '' };
    const labelled = { ...WEB, metadata: { ...WEB.metadata, labels } };
    expect(getHpas([labelled], NOW, { showLabels: true }, newest)).toContain(
      'a=,app.kubernetes.io/name=web,app=web\n',
    );
  });
});
