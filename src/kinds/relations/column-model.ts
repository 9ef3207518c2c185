// The model of a table column and the words its rules share.
import { chosenObjectName } from '../../sql/chosen-names.ts';
import { quoteIdentifier, splitQualifiedName } from '../../sql/identifiers.ts';
import { type Alteration, type Draft, ddl, type Typed } from '../kind.ts';
import type { ForeignOptions } from '../shared/foreign-options.ts';
import type { Options } from '../shared/options.ts';
import type { SequenceOptions } from '../shared/sequence-options.ts';

export type NotNull = {
  /** The name of the constraint, since PostgreSQL 18; null where PostgreSQL chose the name. */
  readonly name: string | null;
  readonly noInherit: boolean;
  /**
   * False for NOT VALID. True for a constraint that is only inherited, which is validated with its ancestor's: CREATE TABLE
   * … INHERITS creates it as valid, and ADD CONSTRAINT on the ancestor as NOT VALID.
   */
  readonly validated: boolean;
  /** Whether the constraint is declared for this table, not only inherited. */
  readonly local: boolean;
};
export type Identity = {
  readonly always: boolean;
  /** Privileges on the sequence: [grantee, privilege, grantable]; null where only the owner has any. */
  readonly grants: readonly (readonly [string, string, boolean])[] | null;
  readonly sequence: string | null;
  /** Whether the sequence is UNLOGGED; null where it has the table's persistence. */
  readonly unlogged: boolean | null;
  /** The comment on the sequence. */
  readonly comment: string | null;
  readonly options: SequenceOptions;
};
export type Generated = { readonly expression: string; readonly stored: boolean };

export type Column = {
  readonly relation: string;
  readonly name: string;
  readonly type: string;
  readonly collation: string | null;
  readonly notNull: NotNull | null;
  /** The comment on that constraint, since PostgreSQL 18. */
  readonly notNullComment: string | null;
  readonly identity: Identity | null;
  readonly generated: Generated | null;
  readonly storage: string | null;
  readonly compression: string | null;
  readonly statistics: number | null;
  readonly options: Options | null;
  /** Whether the table is a foreign table: its rows are on another server, so that no change reads or writes them. */
  readonly foreign: boolean;
  readonly foreignOptions: ForeignOptions | null;
  /** The storage of the column's type, which applies where the column states none. */
  readonly typeStorage: string;
  /** Whether the column is declared in this table, not only inherited (attislocal). */
  readonly local: boolean;
  readonly partition: boolean;
  readonly position: number;
};
export type ColumnChange = Alteration<Column>;

export const alterColumn = (
  object: Typed<Column>,
  change: string,
  { only, ...parts }: Omit<Draft, 'sql'> & { readonly only?: boolean } = {},
): Draft =>
  ofColumn(
    object,
    ddl(
      `ALTER TABLE ${only ? 'ONLY ' : ''}${object.attributes.relation} ALTER COLUMN ${object.attributes.name} ${change}`,
      { lock: 'ACCESS EXCLUSIVE', tree: only !== true, ...parts },
    ),
  );

/** The draft without work, hazards of rows and losses where the table is a foreign table. */
export function ofColumn(object: Typed<Column>, draft: Draft): Draft {
  if (!object.attributes.foreign) return draft;
  const { work: _work, loses: _loses, hazards = [], ...kept } = draft;
  return { ...kept, hazards: hazards.filter(({ code }) => !/^[ADF]/.test(code)) };
}

/** The name PostgreSQL 18 gives a NOT NULL constraint: table_column_not_null (ChooseConstraintName). */
export const notNullName = (object: Typed<Column>): string => generatedName(object, 'not_null');

/** The name that PostgreSQL chooses for what belongs to a column: `table_column_label`. */
export const generatedName = (object: Typed<Column>, label: string): string =>
  quoteIdentifier(chosenObjectName(tableName(object), object.name, label));

export const tableName = (object: Typed<Column>): string => splitQualifiedName(object.attributes.relation).name;
