// Typed guards of the relations' kinds: what one of them knows of another, it reads through these.
import type { DbObject } from '../../catalog/catalog.ts';
import type { Typed } from '../kind.ts';
import type { Column } from './column-model.ts';
import type {
  Constraint,
  DefaultValue,
  ForeignTable,
  Index,
  Inheritance,
  Table,
  Trigger,
  TypedTable,
} from './models.ts';

type Maybe = DbObject | null | undefined;

export const isTable = (object: Maybe): object is Typed<Table> => object?.kind === 'table';

export const isForeignTable = (object: Maybe): object is Typed<ForeignTable> => object?.kind === 'foreign table';

export const isColumn = (object: Maybe): object is Typed<Column> => object?.kind === 'table column';

export const isDefault = (object: Maybe): object is Typed<DefaultValue> => object?.kind === 'default value';

export const isConstraint = (object: Maybe): object is Typed<Constraint> => object?.kind === 'table constraint';

export const isIndex = (object: Maybe): object is Typed<Index> => object?.kind === 'index';

export const isTrigger = (object: Maybe): object is Typed<Trigger> => object?.kind === 'trigger';

/** A row of pg_inherits: it ties a child table or a partition to its parent table. */
export const isInheritance = (object: Maybe): object is Typed<Inheritance> => object?.kind === 'inheritance';

/** The same of a partition: with a bound. */
export const isPartitionLink = (object: Maybe): object is Typed<Inheritance & { readonly bound: string }> =>
  isInheritance(object) && object.attributes.bound !== null;

/** CREATE TABLE … OF: it ties a table to its composite type. */
export const isTypedTable = (object: Maybe): object is Typed<TypedTable> => object?.kind === 'typed table';

/** A primary key, a unique or an exclusion constraint: an index stands behind it. */
export const isKey = (object: Maybe): object is Typed<Constraint> =>
  isConstraint(object) && ['p', 'u', 'x'].includes(object.attributes.type);

export const isForeignKey = (object: Maybe): object is Typed<Constraint> =>
  isConstraint(object) && object.attributes.type === 'f';
