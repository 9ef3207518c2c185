// The steps that create a database -> the texts of desired files, each object with its children. For `schema pull`.
import { type Catalog, type DbObject, isNamespace, type Key } from '../catalog/catalog.ts';
import { statementText } from '../migrations/step-text.ts';
import type { Step } from '../plan/plan.ts';

/** One file for each object (overloads share one), for each schema, or for all. */
export type Split = 'object' | 'schema' | 'single';
export const SPLITS: readonly Split[] = ['object', 'schema', 'single'];

export interface PulledFile {
  /** Relative to the folder of desired files, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Whether it creates a routine. */
  readonly routines: boolean;
}

/** The files, sorted by path. Objects are in the order in which they can be created. */
export function layOut(steps: readonly Step[], catalog: Catalog, split: Split): PulledFile[] {
  const families = new Map<Key, { readonly head: DbObject; readonly statements: string[]; routines: boolean }>();
  for (const step of steps) {
    const head = headOf(step.subject, catalog);
    if (head === undefined) continue;
    const family = families.get(head.key) ?? { head, statements: [], routines: false };
    family.statements.push(statementText(step.sql));
    family.routines ||= step.action === 'create' && step.folder === 'routines';
    families.set(head.key, family);
  }
  const files = new Map<string, { readonly path: string; readonly parts: string[]; routines: boolean }>();
  for (const { head, statements, routines } of families.values()) {
    const path = pathOf(head, split);
    // Names that differ only by case need different files on file systems without case.
    const file = files.get(path.toLowerCase()) ?? { path, parts: [], routines: false };
    file.parts.push(statements.join('\n'));
    file.routines ||= routines;
    files.set(path.toLowerCase(), file);
  }
  return [...files.values()]
    .map(({ path, parts, routines }) => ({ path, text: parts.join('\n'), routines }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** The topmost parent of an object: the table of an index. */
function headOf(key: Key, catalog: Catalog): DbObject | undefined {
  let object = catalog.objects.get(key);
  for (let depth = 0; object?.parent != null && depth < 8; depth += 1) {
    const parent = catalog.objects.get(object.parent);
    if (parent === undefined) return object;
    object = parent;
  }
  return object;
}

function pathOf(head: DbObject, split: Split): string {
  if (split === 'single') return 'schema.sql';
  const { namespace } = head;
  if (split === 'schema') return `${fileName(namespace ?? 'database')}.sql`;
  if (namespace === null) return `database/${plural(head.kind)}.sql`;
  if (isNamespace(head)) return `${fileName(namespace)}/schema.sql`;
  return `${fileName(namespace)}/${plural(head.kind)}/${fileName(head.name)}.sql`;
}

/** `materialized view` -> `materialized-views`. */
const plural = (kind: string): string => {
  const word = kind.replaceAll(' ', '-');
  if (/s$/.test(word)) return word;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : /(?:x|ss|ch)$/.test(word) ? `${word}es` : `${word}s`;
};

const LONGEST = 100;

/** A file name that every file system accepts. */
function fileName(name: string): string {
  const safe = name
    .replaceAll(/[^\p{L}\p{N}_.-]+/gu, '_')
    .replace(/^\.+/, '_')
    .slice(0, LONGEST);
  return safe === '' ? '_' : safe;
}
