// node-pg-migrate, for `schema import`: names with the time at which they ran. JavaScript migrations are only recorded.
import { simpleRows } from './simple-history.ts';
import { baseOf, byNumber, isProgram, migration, numbered } from './source-text.ts';
import type { ForeignMigration, SourceFile, Tool } from './tool.ts';

const ENDING = /\.(?:sql|[cm]?[jt]s)$/;

export const NODE_PG_MIGRATE: Tool = {
  name: 'node-pg-migrate',
  title: 'node-pg-migrate',
  table: { schema: null, name: 'pgmigrations' },
  columns: ['id', 'name', 'run_on'],
  lock: () => ({ kind: 'advisory', key: 7241865325823964n }),
  read: async (request) => ({
    rows: await simpleRows(request, { id: 'name', at: 'run_on', order: 'run_on, id' }),
    tags: [],
    notes: [],
  }),
  reads: (path) => /^\d+/.test(baseOf(path)) && ENDING.test(path) && !/\.d\.ts$/.test(path),
  convert: (files) => ({ migrations: [...files].sort(byTime).map(read), tags: [], notes: [] }),
};

/** Names begin with milliseconds since 1970, or with a time in UTC to the millisecond. */
function versionOf(number: string): string {
  return number.length === 17 ? `${number.slice(0, 14)}.${number.slice(14)}` : number;
}

/** The tool converts times of 17 digits to milliseconds before it compares them. */
function byTime(a: SourceFile, b: SourceFile): number {
  const [x, y] = [a, b].map(({ path }) => milliseconds(/^\d+/.exec(baseOf(path))?.[0] ?? '')) as [number, number];
  return x === y ? byNumber(a, b) : x - y;
}

function milliseconds(number: string): number {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})$/.exec(number);
  if (match === null) return Number(number);
  const [year = 0, month = 1, ...rest] = match.slice(1).map(Number);
  const [day = 1, hour = 0, minute = 0, second = 0, ms = 0] = rest;
  return Date.UTC(year, month - 1, day, hour, minute, second, ms);
}

function read({ path, text }: SourceFile): ForeignMigration {
  const { number = '', name = '' } = numbered(path, ENDING) ?? {};
  const common = { id: baseOf(path).replace(ENDING, ''), name, version: versionOf(number), path };
  if (isProgram(path)) return migration({ ...common, up: null });
  const at = (direction: string): number => text.search(new RegExp(`^\\s*--[\\s-]*${direction}\\s+migration`, 'im'));
  const [up, down] = [at('up'), at('down')];
  const upSql = up < 0 ? text.slice(0, down < 0 ? undefined : down) : text.slice(up, down < up ? undefined : down);
  const downSql = down < 0 ? null : text.slice(down, up < down ? undefined : up);
  return migration({ ...common, up: upSql, down: downSql });
}
