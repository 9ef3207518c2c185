// Constraints and indexes without their names, which PostgreSQL may have chosen; for their kinds. See `Kind.unnamed`.
import type { Attributes, DbObject } from '../../catalog/catalog.ts';
import type { Side } from '../../catalog/side.ts';
import { isChosenFor, looksChosen } from '../../sql/chosen-names.ts';
import { quoteIdentifier, splitQualifiedName, unquoteIdentifier } from '../../sql/identifiers.ts';
import type { Typed, Unnamed } from '../kind.ts';
import { shape } from './index-parameters.ts';
import type { Constraint, Index } from './models.ts';

const LABELS: Readonly<Record<string, string>> = { p: 'pkey', u: 'key', c: 'check', f: 'fkey' };

/** The names among the attributes, and what depends on them. */
const namesOf = ({ attributes }: DbObject): Attributes =>
  Object.fromEntries(
    ['name', 'chosenName', 'attachedTo'].flatMap((name) =>
      name in attributes ? [[name, attributes[name] ?? null]] : [],
    ),
  );

export function unnamedConstraint(object: Typed<Constraint>, side: Side): Unnamed | null {
  const { attributes: c, name } = object;
  const label = LABELS[c.type];
  if (label === undefined || !looksChosen(name, label)) return null;
  const { name: table } = splitQualifiedName(c.relation);
  const chosen = columnsOf(object, side).some((column) => isChosenFor(name, table, column, label));
  const under = (other: DbObject): Attributes => ({ ...c, ...namesOf(other) });
  return { essence: [c.type, shape(c)].join(' '), chosen, under };
}

/** The parts between table and label in the names that PostgreSQL may choose for the constraint. */
function columnsOf({ attributes: c, parent }: Typed<Constraint>, side: Side): readonly (string | null)[] {
  if (c.type === 'p') return [null];
  if (c.type === 'c') return [null, ...(parent === null ? [] : side.children(parent).map(({ name }) => name))];
  const list = /^(?:UNIQUE|FOREIGN KEY)[^(]*\(((?:"(?:[^"]|"")*"|[^)"])*)\)/.exec(c.definition)?.[1] ?? '';
  const names = list.match(/"(?:[^"]|"")*"|[^,\s]+/g) ?? [];
  return [names.map(unquoteIdentifier).join('_')];
}

export function unnamedIndex({ attributes: i, name }: Typed<Index>): Unnamed | null {
  if (!looksChosen(name, 'idx')) return null;
  const definition = (called: string): string => i.definition.replace(` INDEX ${i.name} ON `, ` INDEX ${called} ON `);
  return {
    essence: shape({ ...i, definition: definition('') }),
    under: (other) => ({ ...i, ...namesOf(other), definition: definition(quoteIdentifier(other.name)) }),
    chosen: i.name === i.chosenName || name.replace(/\d+$/, '') === unquoteIdentifier(i.chosenName),
  };
}
