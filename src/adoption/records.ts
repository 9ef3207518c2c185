// Rows of a history without its files, for `schema import --mode baseline`.
import type { Migration } from '../migrations/file.ts';
import { compareVersions, normalizeVersion } from '../migrations/names.ts';
import { type AdoptedRow, factsOf } from './adopt.ts';
import { refuseFailed } from './match.ts';
import { slug, versionsInOrder } from './place.ts';
import type { ForeignHistory, ForeignRow, Tool } from './tool.ts';

/**
 * Rows for the applied migrations, in the tool's order, all with versions before `limit`. Repeatable migrations and
 * declared baselines get no row. Raises `adoption/unclear` for failed migrations.
 */
export function recordsOf(tool: Tool, history: ForeignHistory, limit: string): readonly AdoptedRow[] {
  refuseFailed(tool, history.rows);
  const done = history.rows.filter(
    ({ state, kind }) => kind === 'versioned' && (state === 'applied' || state === 'marked'),
  );
  const numbered = done.map((row) => ({ kind: row.kind, version: numberOf(row) }));
  const own = versionsInOrder(numbered);
  const before = own.every((version) => compareVersions(version, limit) < 0);
  const versions = before ? own : done.map((_, index) => String(index + 1));
  return done.map((row, index) => ({ up: recordOf(row, versions[index] ?? ''), ...factsOf(tool, row) }));
}

/** The digits at the start of an id: `20240101_users`, `2.1`. */
function numberOf({ id, version }: ForeignRow): string | null {
  const number = /^\d+(?:[._]\d+)*(?![\d.])/.exec(version ?? id)?.[0];
  return number === undefined ? null : normalizeVersion(number);
}

function recordOf({ name, id }: ForeignRow, version: string): Migration {
  const directives = {
    transaction: 'plan',
    hazards: [],
    acknowledgements: [],
    labels: [],
    requires: [],
    requiresRepeatables: [],
    checks: [],
  } as const;
  const common = {
    kind: 'versioned',
    version,
    name: slug(name),
    folder: '',
    checksum: '',
    wholeChecksum: '',
    text: '',
  } as const;
  return { ...common, path: id, directives };
}
