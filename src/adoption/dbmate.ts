// dbmate, for `schema import`: files with `-- migrate:up` and `-- migrate:down`, and a table that has only versions.
import { simpleRows } from './simple-history.ts';
import { baseOf, byPath, migration, sectionsOf } from './source-text.ts';
import type { Converted, ForeignMigration, SourceFile, Tool } from './tool.ts';

const MARKER = /^--\s*migrate:(up|down)\b(.*)$/;

export const DBMATE: Tool = {
  name: 'dbmate',
  title: 'dbmate',
  table: { schema: null, name: 'schema_migrations' },
  columns: ['version'],
  // dbmate takes no lock. Two of its runs collide at the primary key of the table.
  lock: () => ({ kind: 'none' }),
  read: async (request) => ({ rows: await simpleRows(request, { id: 'version' }), tags: [], notes: [] }),
  reads: (path) => /^\d+.*\.sql$/.test(baseOf(path)),
  convert: (files) => dbmateFiles(files),
};

export function dbmateFiles(files: readonly SourceFile[]): Converted {
  return { migrations: [...files].sort(byPath).map(read), tags: [], notes: [] };
}

function read({ path, text }: SourceFile): ForeignMigration {
  const [, number = '', name = ''] = /^(\d+)[-_]?(.*)\.sql$/.exec(baseOf(path)) ?? [];
  const sections = sectionsOf(text, MARKER);
  const of = (direction: string) => sections.find(({ marker }) => marker[0] === direction);
  const [up, down] = [of('up'), of('down')];
  const apart = /\btransaction:\s*false\b/.test(up?.marker[1] ?? '');
  return migration({
    id: number,
    name,
    version: number,
    path,
    up: up?.body ?? '',
    down: down?.body ?? null,
    head: apart ? ['transaction none'] : [],
  });
}
