// The attributes of the kinds of relations and their parts, except columns (column-model.ts), for their rules.
import type { ForeignOptions } from '../shared/foreign-options.ts';
import type { Options } from '../shared/options.ts';
import type { SequenceOptions } from '../shared/sequence-options.ts';

export type Table = {
  readonly partitionKey: string | null;
  readonly unlogged: boolean;
  readonly options: Options | null;
  readonly accessMethod: string | null;
  readonly tablespace: string | null;
  readonly rowSecurity: boolean;
  readonly forceRowSecurity: boolean;
  readonly replicaIdentity: string;
};

export type ForeignTable = {
  readonly server: string;
  readonly options: ForeignOptions | null;
  /** Names of the columns in order, which file_fdw reads by; null where an ancestor adds columns. */
  readonly columns: readonly string[] | null;
};

export type DefaultValue = { readonly relation: string; readonly column: string; readonly expression: string };

export type IndexParameters = {
  readonly options: Options | null;
  readonly tablespace: string | null;
  /** Statistics targets of expressions, by their column number. */
  readonly statistics: readonly { readonly column: number; readonly target: number }[];
  /** Whether an expression or the predicate of the index reads whole rows, for which pg_depend names no columns. */
  readonly readsWholeRows: boolean;
};

export type Constraint = IndexParameters & {
  readonly relation: string;
  readonly name: string;
  /** pg_constraint.contype: p, u, c, f or x. */
  readonly type: string;
  readonly definition: string;
  readonly validated: boolean;
  readonly local: boolean;
  readonly partition: boolean;
  readonly clustered: boolean;
  readonly replicaIdentity: boolean;
  /** The comment on the index of a key, apart from the comment on the constraint. */
  readonly indexComment: string | null;
  /**
   * The name PostgreSQL chooses for a key that the partitioned table's key creates in this partition; null where the
   * partition had the key before it was attached (pg_constraint.connoinherit).
   */
  readonly chosenName: string | null;
};

export type Index = IndexParameters & {
  readonly relation: string;
  readonly name: string;
  /** pg_get_indexdef(), with the storage parameters. */
  readonly definition: string;
  readonly unique: boolean;
  readonly valid: boolean;
  readonly clustered: boolean;
  readonly replicaIdentity: boolean;
  /** The name PostgreSQL chooses for the index that a partitioned index creates in this partition. */
  readonly chosenName: string;
  /** The partitioned index that this index is attached to. */
  readonly attachedTo: string | null;
};

export type Sequence = {
  readonly options: SequenceOptions;
  readonly unlogged: boolean;
  /** Whether a column owns the sequence: DROP COLUMN drops it, and it has the table's owner. */
  readonly owned: boolean;
};

export type Trigger = {
  readonly relation: string;
  readonly name: string;
  readonly definition: string;
  readonly constraint: boolean;
  /** pg_trigger.tgenabled: O, D, R or A. */
  readonly firing: string;
};

export type Inheritance = {
  readonly child: string;
  readonly boundOf: string;
  /** The partition's bound; null for plain inheritance. */
  readonly bound: string | null;
  readonly position: number;
};

export type TypedTable = { readonly relation: string; readonly ofType: string };
