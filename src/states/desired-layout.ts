// Steps that make a database -> the texts of desired files, each object with all that belongs to it.
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
}

/** The files, sorted by path. Objects stand in the order in which they can be made. */
export function layOut(steps: readonly Step[], catalog: Catalog, split: Split): PulledFile[] {
  const families = new Map<Key, { readonly head: DbObject; readonly statements: string[] }>();
  for (const step of steps) {
    const head = headOf(step.subject, catalog);
    if (head === undefined) continue;
    const family = families.get(head.key) ?? { head, statements: [] };
    family.statements.push(statementText(step.sql));
    families.set(head.key, family);
  }
  const files = new Map<string, { readonly path: string; readonly parts: string[] }>();
  for (const { head, statements } of families.values()) {
    const path = pathOf(head, split);
    // File systems that fold case must not lose an object.
    const file = files.get(path.toLowerCase()) ?? { path, parts: [] };
    file.parts.push(statements.join('\n'));
    files.set(path.toLowerCase(), file);
  }
  return [...files.values()]
    .map(({ path, parts }) => ({ path, text: parts.join('\n') }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** The object at the top of the family: the table of an index. */
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

/** What every file system takes. */
function fileName(name: string): string {
  const safe = name
    .replaceAll(/[^\p{L}\p{N}_.-]+/gu, '_')
    .replace(/^\.+/, '_')
    .slice(0, LONGEST);
  return safe === '' ? '_' : safe;
}
