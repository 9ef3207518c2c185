// Typed guards of the kinds of relations and their parts, for rules that read attributes of another kind.
import type { DbObject, Key } from '../../catalog/catalog.ts';
import type { Side } from '../../catalog/side.ts';
import type { Typed } from '../kind.ts';
import type { Column } from './column-model.ts';
import type {
  Constraint,
  DefaultValue,
  ForeignTable,
  Index,
  Inheritance,
  Sequence,
  Table,
  Trigger,
  TypedTable,
} from './models.ts';

type Maybe = DbObject | null | undefined;

export const isTable = (object: Maybe): object is Typed<Table> => object?.kind === 'table';

export function isPartitioned(table: Key | null, side: Side): boolean {
  const object = table === null ? undefined : side.get(table);
  return isTable(object) && object.attributes.partitionKey !== null;
}

export const isForeignTable = (object: Maybe): object is Typed<ForeignTable> => object?.kind === 'foreign table';

export const isColumn = (object: Maybe): object is Typed<Column> => object?.kind === 'table column';

export const isDefault = (object: Maybe): object is Typed<DefaultValue> => object?.kind === 'default value';

export const isConstraint = (object: Maybe): object is Typed<Constraint> => object?.kind === 'table constraint';

export const isIndex = (object: Maybe): object is Typed<Index> => object?.kind === 'index';

export const isTrigger = (object: Maybe): object is Typed<Trigger> => object?.kind === 'trigger';

export const isSequence = (object: Maybe): object is Typed<Sequence> => object?.kind === 'sequence';

/** A row of pg_inherits: the link of a child table or partition to its parent table. */
export const isInheritance = (object: Maybe): object is Typed<Inheritance> => object?.kind === 'inheritance';

/** The link of a partition to its partitioned table, with the partition bound. */
export const isPartitionLink = (object: Maybe): object is Typed<Inheritance & { readonly bound: string }> =>
  isInheritance(object) && object.attributes.bound !== null;

/** The link of a typed table (CREATE TABLE … OF) to its composite type. */
export const isTypedTable = (object: Maybe): object is Typed<TypedTable> => object?.kind === 'typed table';

/** A primary key, unique or exclusion constraint: a constraint with an index. */
export const isKey = (object: Maybe): object is Typed<Constraint> =>
  isConstraint(object) && ['p', 'u', 'x'].includes(object.attributes.type);

export const isForeignKey = (object: Maybe): object is Typed<Constraint> =>
  isConstraint(object) && object.attributes.type === 'f';

/** The columns of partitions and child tables that are inherited from a column, directly or through others. */
export const descendants = (column: Key, side: Side): Typed<Column>[] =>
  side
    .inheritanceChildren(column)
    .filter(isColumn)
    .flatMap((child) => [child, ...descendants(child.key, side)]);
