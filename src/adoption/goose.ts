// goose, for `schema import`: files with annotations; a log of versions going up and down, whose last entry counts.
import { tableSql, textOf, utcText } from './foreign-table.ts';
import { baseOf, byNumber, isProgram, migration, numbered, sectionsOf } from './source-text.ts';
import type { Converted, ForeignHistory, ForeignMigration, ForeignRow, ReadRequest, SourceFile, Tool } from './tool.ts';

const ENDING = /\.(?:sql|go)$/;
const ANNOTATION = /^--\s*\+goose\s+(.+?)\s*$/i;

export const GOOSE: Tool = {
  name: 'goose',
  title: 'goose',
  table: { schema: null, name: 'goose_db_version' },
  columns: ['id', 'version_id', 'is_applied', 'tstamp'],
  // CRC-64 (ECMA) of "goose". goose takes the lock where its session locker is enabled.
  lock: () => ({ kind: 'advisory', key: 5887940537704921958n }),
  read,
  reads: (path) => /^\d+_.*\.(?:sql|go)$/.test(baseOf(path)) && !/_test\.go$/.test(path),
  convert: (files) => gooseFiles(files),
};

async function read({ database, table }: ReadRequest): Promise<ForeignHistory> {
  const rows = await database.query(
    `SELECT version_id::text AS id, is_applied, ${utcText('tstamp', 'at')} FROM ${tableSql(table)}
     WHERE version_id > 0 ORDER BY id`,
  );
  const last = new Map<string, ForeignRow>();
  for (const row of rows) {
    const id = textOf(row, 'id');
    const state = row['is_applied'] === true ? 'applied' : 'undone';
    last.delete(id);
    const at = row['at'] == null ? null : textOf(row, 'at');
    last.set(id, { id, name: id, kind: 'versioned', state, checksum: null, at, by: null, ms: null });
  }
  return { rows: [...last.values()], tags: [], notes: [] };
}

export function gooseFiles(files: readonly SourceFile[]): Converted {
  return { migrations: [...files].sort(byNumber).map(convert), tags: [], notes: [] };
}

function convert({ path, text }: SourceFile): ForeignMigration {
  const { number = '', name = '' } = numbered(path, ENDING) ?? {};
  const common = { id: String(BigInt(number)), name, version: number, path };
  if (isProgram(path)) return migration({ ...common, up: null });
  const sections = sectionsOf(text, ANNOTATION);
  let direction = '';
  const bodies: Record<string, string> = {};
  for (const { marker, body } of sections) {
    const word = (marker[0] ?? '').toLowerCase();
    if (word === 'up' || word === 'down') direction = word;
    if (direction !== '') bodies[direction] = `${bodies[direction] ?? ''}${body}\n`;
  }
  const words = sections.map(({ marker }) => (marker[0] ?? '').toUpperCase());
  return migration({
    ...common,
    up: bodies['up'] ?? '',
    down: bodies['down'] ?? null,
    head: words.includes('NO TRANSACTION') ? ['transaction none'] : [],
    notes: words.includes('ENVSUB ON') ? ['environment variables in it are not put in (+goose ENVSUB)'] : [],
  });
}
