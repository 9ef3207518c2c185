// Drizzle, for `schema import`: a journal orders the files by time; the history has hashes and times, and no names.
import { SchemaError } from '../errors.ts';
import { textDigests } from './checksums.ts';
import { simpleRows } from './simple-history.ts';
import { joined, migration, versionOfMs } from './source-text.ts';
import type { Converted, ForeignMigration, SourceFile, Tool } from './tool.ts';

const JOURNAL = /(?:^|\/)meta\/_journal\.json$/;

export const DRIZZLE: Tool = {
  name: 'drizzle',
  title: 'Drizzle',
  table: { schema: 'drizzle', name: '__drizzle_migrations' },
  columns: ['id', 'hash', 'created_at'],
  // Drizzle takes no lock.
  lock: () => ({ kind: 'none' }),
  read: async (request) => ({
    rows: await simpleRows(request, { id: 'created_at', checksum: 'hash', order: 'created_at, id' }),
    tags: [],
    notes: ['Drizzle does not record when a migration ran, nor who ran it'],
  }),
  reads: (path) => JOURNAL.test(path) || /^[^/]+\.sql$/.test(path),
  convert,
};

function convert(files: readonly SourceFile[]): Converted {
  const journal = files.find(({ path }) => JOURNAL.test(path));
  if (journal === undefined) {
    if (files.length === 0) return { migrations: [], tags: [], notes: [] };
    throw new SchemaError('adoption/unreadable', 'there is no meta/_journal.json among the files of Drizzle', {
      detail: 'It says in which order they run.',
      hint: 'Point --dir at the folder that drizzle-kit writes (out in drizzle.config).',
    });
  }
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return { migrations: entriesOf(journal).map((entry) => read(entry, texts)), tags: [], notes: [] };
}

interface Entry {
  readonly tag: string;
  /** Milliseconds since 1970. */
  readonly when: number;
}

function entriesOf({ path, text }: SourceFile): Entry[] {
  const parsed: unknown = JSON.parse(text);
  const entries: unknown = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'entries') : undefined;
  if (!Array.isArray(entries)) {
    throw new SchemaError('adoption/unreadable', `${path} has no entries`, {
      hint: 'Restore it from version control.',
    });
  }
  return entries.map((entry: Readonly<Record<string, unknown>>) => ({
    tag: String(entry['tag']),
    when: Number(entry['when']),
  }));
}

function read({ tag, when }: Entry, texts: ReadonlyMap<string, string>): ForeignMigration {
  const path = `${tag}.sql`;
  const text = texts.get(path);
  if (text === undefined) {
    throw new SchemaError('adoption/unreadable', `${path} is in Drizzle's journal and is not there`, {
      hint: 'Restore it from version control.',
    });
  }
  return migration({
    ...{ id: String(when), name: tag.replace(/^\d+_/, ''), version: versionOfMs(when), path },
    up: joined(text.split('--> statement-breakpoint')),
    checksums: textDigests('sha256', text),
  });
}
