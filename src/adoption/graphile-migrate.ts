// graphile-migrate, for `schema import`: committed files whose headers chain their hashes; it has no down files.
import { normalizeText } from '../migrations/file.ts';
import { graphileHash } from './checksums.ts';
import { simpleRows } from './simple-history.ts';
import { baseOf, byNumber, migration } from './source-text.ts';
import type { ForeignMigration, SourceFile, Tool } from './tool.ts';

const FILE = /^(\d+)(?:-([-_a-zA-Z0-9]*))?\.sql$/;

export const GRAPHILE_MIGRATE: Tool = {
  name: 'graphile-migrate',
  title: 'graphile-migrate',
  table: { schema: 'graphile_migrate', name: 'migrations' },
  columns: ['hash', 'previous_hash', 'filename', 'date'],
  lock: () => ({ kind: 'advisory', key: 4727445306447283n }),
  read: async (request) => ({
    rows: await simpleRows(request, { id: 'filename', at: 'date', checksum: 'hash', order: 'filename' }),
    tags: [],
    notes: [],
  }),
  reads: (path) => /(?:^|\/)committed\/[^/]+$/.test(path) && FILE.test(baseOf(path)),
  convert: (files) => ({ migrations: [...files].sort(byNumber).map(read), tags: [], notes: [] }),
};

function read({ path, text }: SourceFile): ForeignMigration {
  const [, number = '', slug = ''] = FILE.exec(baseOf(path)) ?? [];
  const lines = normalizeText(text).split('\n');
  const headers = new Map<string, string>();
  // Headers begin with a capital letter; `--! no-transaction` belongs to the body.
  for (const line of lines) {
    const match = /^--! ([A-Z]\w*)(?::\s*(.*))?$/.exec(line);
    if (match === null) break;
    headers.set(match[1] ?? '', (match[2] ?? '').trim());
  }
  const body = lines.slice(headers.size).join('\n').trim();
  const previous = headers.get('Previous') ?? '-';
  const checksums = [graphileHash(body, previous === '-' ? null : previous)];
  if (headers.has('AllowInvalidHash')) checksums.push(headers.get('Hash') ?? '');
  const name = slug === '' ? (headers.get('Message') ?? '') : slug;
  return migration({
    ...{ id: `${number}.sql`, name, version: number, path, up: body, checksums },
    head: /^--!\s*no-transaction\b/.test(body) ? ['transaction none'] : [],
    notes: /:[A-Z][A-Z0-9_]*\b/.test(body) ? ['placeholders (:NAME) in it are not put in'] : [],
  });
}
