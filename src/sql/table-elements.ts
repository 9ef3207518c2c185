// The objects that CREATE TABLE, ALTER TABLE and CREATE INDEX define, such as constraints, for definitions.ts.
import { asList, asNode, asNumber, asText, child, children, type Node, namesOf, rangeName } from './node.ts';
import type { Definition } from './words.ts';

/** A table with its columns and constraints, and the sequences and indexes of these. */
export function tableParts(type: string, node: Node, at: number): readonly Definition[] {
  const name = rangeName(node['relation']);
  const parts = asList(node['tableElts']).flatMap((element) => {
    const column = child(element, 'ColumnDef');
    const constraint = child(element, 'Constraint');
    if (column !== undefined) return columnParts(name, column, at);
    return constraint === undefined ? [] : constraintParts(name, constraint, [], at);
  });
  return [{ type, name, at }, ...parts];
}

const SERIAL = /^(?:big|small)?serial[248]?$/;

export function columnParts(on: readonly string[], column: Node, at: number): readonly Definition[] {
  const name = asText(column['colname']);
  const place = located(column, at);
  const constraints = children(column['constraints'], 'Constraint');
  const found: Definition[] = [{ type: 'table column', name: [name], on, at: place }];
  const type = namesOf(asNode(column['typeName'])?.['names']).at(-1) ?? '';
  if (SERIAL.test(type) || constraints.some((constraint) => constraint['contype'] === 'CONSTR_IDENTITY')) {
    found.push({ type: 'sequence', name: beside(on, `${on.at(-1)}_${name}_seq`), at: place });
  }
  return [...found, ...constraints.flatMap((constraint) => constraintParts(on, constraint, [name], place))];
}

// The suffixes of names that PostgreSQL chooses itself (ChooseConstraintName in pg_constraint.c, ChooseRelationName in
// indexcmds.c).
const SUFFIXES: Readonly<Record<string, string>> = {
  CONSTR_PRIMARY: 'pkey',
  CONSTR_UNIQUE: 'key',
  CONSTR_EXCLUSION: 'excl',
  CONSTR_FOREIGN: 'fkey',
  CONSTR_CHECK: 'check',
  CONSTR_NOTNULL: 'not_null',
};

export function constraintParts(
  on: readonly string[],
  constraint: Node,
  inline: readonly string[],
  at: number,
): readonly Definition[] {
  const type = asText(constraint['contype']);
  const suffix = SUFFIXES[type];
  if (suffix === undefined) return [];
  const place = located(constraint, at);
  const listed = namesOf(constraint['keys'] ?? constraint['fk_attrs']);
  const columns = listed.length > 0 ? listed : inline;
  const chosen = [on.at(-1) ?? '', ...(suffix === 'pkey' ? [] : columns), suffix].join('_');
  const name = asText(constraint['conname']) || chosen;
  const found: Definition[] = [{ type: 'table constraint', name: [name], on, at: place }];
  if (suffix === 'pkey' || suffix === 'key' || suffix === 'excl') {
    found.push({ type: 'index', name: beside(on, name), at: place });
  }
  if (suffix === 'pkey') found.push({ type: 'key', name: [PRIMARY], on, at: place });
  if (suffix === 'pkey' || suffix === 'key') found.push({ type: 'key', name: [keyName(columns)], on, at: place });
  return found;
}

/** The name under which a foreign key without a column list finds the primary key of its target. */
export const PRIMARY = '(primary key)';

/** The name under which a foreign key finds a unique key of its target: the set of columns. */
export function keyName(columns: readonly string[]): string {
  return columns.toSorted().join(',');
}

function located(node: Node, otherwise: number): number {
  const location = asNumber(node['location']);
  return location > 0 ? location : otherwise;
}

/** A name in the schema of another name. */
export function beside(neighbor: readonly string[], name: string): readonly string[] {
  return [...neighbor.slice(0, -1), name];
}

/**
 * An index, under the name in the statement or the name that PostgreSQL chooses, and the key of a unique index for
 * foreign keys.
 */
export function indexParts(node: Node, at: number): readonly Definition[] {
  const on = rangeName(node['relation']);
  const columns = children(node['indexParams'], 'IndexElem').map((element) => asText(element['name']));
  const chosen = `${[on.at(-1), ...columns].join('_')}_idx`;
  const found: Definition[] = [{ type: 'index', name: beside(on, asText(node['idxname']) || chosen), at }];
  if (node['unique'] === true && node['whereClause'] === undefined && !columns.includes('')) {
    found.push({ type: 'key', name: [keyName(columns)], on, at });
  }
  return found;
}
