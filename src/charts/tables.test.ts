import { describe, expect, it } from 'vitest';
import type { LoadCurve } from '../core/index.ts';
import { type ChartTable, tableOf, tableText } from './tables.ts';
import { CPU, traceWith } from './traceFixture.ts';

/** A row as it is read, by column. */
function rowOf({ columns }: ChartTable, row: number): Record<string, string> {
  return Object.fromEntries(columns.map(({ title, cell }) => [title, cell(row)]));
}

describe('the table behind the replicas', () => {
  const table = tableOf({ chart: 'replicas' }, traceWith());

  it('has a row for each sync, with what held at its instant', () => {
    expect(table.syncSeconds).toHaveLength(5);
    expect(rowOf(table, 1)).toEqual({
      desired: '4',
      current: '2',
      ready: '2',
      starting: '2',
      'metrics ask for': '9',
      stabilized: '9',
      min: '2',
      max: '20',
      'decided by': 'policy',
    });
    expect(rowOf(table, 0)['metrics ask for']).toBe('–');
  });

  it('is copied with plain numbers, and nothing where nothing is known', () => {
    const [head, first, second] = tableText(table, 0, 2).split('\r\n');
    expect(head).toBe(
      'sync,time,seconds,desired,current,ready,starting,metrics ask for,stabilized,min,max,decided by',
    );
    expect(first).toBe('1,00:00:00,0,2,2,2,0,,2,2,20,error');
    expect(second).toBe('2,00:01:00,60,4,2,2,2,9,9,2,20,policy');
  });
});

describe('the other tables', () => {
  it('tell who decided and when the scale was written', () => {
    expect(rowOf(tableOf({ chart: 'limiters' }, traceWith()), 2)).toEqual({
      'decided by': 'policy',
      desired: '8',
      'scale written': 'yes',
    });
  });

  it('set a metric beside its target and what is tolerated', () => {
    expect(rowOf(tableOf({ chart: 'metric', index: 0 }, traceWith()), 2)).toEqual({
      'usage, %': '95\u202f%',
      'target, %': '70\u202f%',
      'tolerated from, %': '63\u202f%',
      'tolerated to, %': '77\u202f%',
    });
    expect(tableOf({ chart: 'metric', index: 7 }, traceWith()).columns).toEqual([]);
  });

  it('sample the load at each sync', () => {
    const points = [
      { atSeconds: 0, value: 100 },
      { atSeconds: 120, value: 300 },
    ];
    const curve: LoadCurve = { id: 'a', unit: 'requests/s', interpolation: 'linear', points };
    const table = tableOf({ chart: 'load', curve }, traceWith());
    expect([0, 1, 4].map((row) => table.columns[0]?.cell(row))).toEqual(['100', '200', '300']);
  });

  it('hold every line of the workload', () => {
    const row = rowOf(tableOf({ chart: 'workload', perPod: false }, traceWith()), 3);
    expect(row['Requests served, requests/s']).toBe('300');
    expect(row['CPU usage, cores, of all pods']).toBe('3');
  });
});

describe('tableText', () => {
  it('quotes what parts fields, and defuses what looks like a formula', () => {
    const text = (title: string): string => {
      const columns = [{ title, cell: () => '', plain: () => '-1' }];
      return tableText({ syncSeconds: Float64Array.of(0), columns }, 0, 1);
    };
    expect(text('a, "b"')).toContain('"a, ""b"""');
    expect(text('=1+1')).toContain("'=1+1");
    expect(text('x').endsWith(',-1\r\n')).toBe(true);
  });

  it('holds a metric of any name', () => {
    const trace = { ...traceWith(), metrics: [{ ...CPU, name: '\n', unit: 'value' as const }] };
    expect(tableText(tableOf({ chart: 'metric', index: 0 }, trace), 0, 1).split('\r\n')).toHaveLength(3);
  });
});
