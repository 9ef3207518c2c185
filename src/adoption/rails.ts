// Rails (Active Record), for `schema import`: versions only. Migrations in Ruby are only recorded.
import { crc32 } from './checksums.ts';
import { simpleRows } from './simple-history.ts';
import { baseOf, byNumber, migration, numbered } from './source-text.ts';
import type { Tool } from './tool.ts';

const SALT = 2053462845n;

export const RAILS: Tool = {
  name: 'rails',
  title: 'Rails',
  table: { schema: null, name: 'schema_migrations' },
  columns: ['version'],
  beside: ({ schema }) => ({ schema, name: 'ar_internal_metadata' }),
  lock: (_, databaseName) => ({
    kind: 'advisory',
    key: SALT * BigInt(crc32(Buffer.from(databaseName, 'utf8'))),
  }),
  read: async (request) => ({
    rows: await simpleRows(request, { id: 'version' }),
    tags: [],
    notes: ['Rails does not record when a migration ran, nor who ran it'],
  }),
  reads: (path) => /^\d+_\w+\.rb$/.test(baseOf(path)),
  convert: (files) => ({
    migrations: [...files].sort(byNumber).map(({ path }) => {
      const { number = '', name = '' } = numbered(path, /\.rb$/) ?? {};
      return migration({ id: number, name, version: number, path, up: null });
    }),
    tags: [],
    notes: [],
  }),
};
