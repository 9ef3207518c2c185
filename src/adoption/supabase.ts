// Supabase's CLI, for `schema import`: files by time; the history also has the statements of each file.
import { simpleRows } from './simple-history.ts';
import { baseOf, byPath, migration, numbered } from './source-text.ts';
import type { Tool } from './tool.ts';

export const SUPABASE: Tool = {
  name: 'supabase',
  title: 'Supabase',
  table: { schema: 'supabase_migrations', name: 'schema_migrations' },
  columns: ['version', 'name', 'statements'],
  // The CLI takes no lock.
  lock: () => ({ kind: 'none' }),
  read: async (request) => ({
    rows: await simpleRows(request, { id: 'version', name: 'name' }),
    tags: [],
    notes: ['Supabase does not record when a migration ran, nor who ran it'],
  }),
  reads: (path) => /^\d+_.*\.sql$/.test(baseOf(path)),
  convert: (files) => ({
    migrations: [...files].sort(byPath).map(({ path, text }) => {
      const { number = '', name = '' } = numbered(path, /\.sql$/) ?? {};
      return migration({ id: number, name, version: number, path, up: text });
    }),
    tags: [],
    notes: [],
  }),
};
