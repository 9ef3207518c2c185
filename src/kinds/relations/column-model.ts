// The model of a table column and the words its rules share.
import { quoteIdentifier, splitQualifiedName } from '../../sql/identifiers.ts';
import { type Alteration, type Draft, ddl, type Typed } from '../kind.ts';
import type { ForeignOptions } from '../shared/foreign-options.ts';
import type { Options } from '../shared/options.ts';
import type { SequenceOptions } from '../shared/sequence-options.ts';

export type NotNull = {
  /** PostgreSQL 18 names the constraint; null where the name is the one it chooses. */
  readonly name: string | null;
  readonly noInherit: boolean;
  readonly validated: boolean;
  /** Declared for this table, not only inherited. */
  readonly local: boolean;
};
export type Identity = {
  readonly always: boolean;
  /** Privileges on its sequence: [grantee, privilege, grantable]; null for the owner's only. */
  readonly grants: readonly (readonly [string, string, boolean])[] | null;
  readonly sequence: string | null;
  /** Whether its sequence is UNLOGGED; null where it is as its table is. */
  readonly unlogged: boolean | null;
  /** The comment on its sequence. */
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
  /** Of a foreign table: its rows are elsewhere, so that nothing here is read or written for a change. */
  readonly foreign: boolean;
  readonly foreignOptions: ForeignOptions | null;
  /** How values of the type are stored where the column says nothing. */
  readonly typeStorage: string;
  /** Declared here, not only inherited. */
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
      { lock: 'ACCESS EXCLUSIVE', ...parts },
    ),
  );

/** On a foreign table a statement neither works through rows, nor fails on them, nor loses any. */
export function ofColumn(object: Typed<Column>, draft: Draft): Draft {
  if (!object.attributes.foreign) return draft;
  const { work: _work, loses: _loses, dangers = [], ...kept } = draft;
  return { ...kept, dangers: dangers.filter(({ code }) => !/^[ADF]/.test(code)) };
}

/** The name PostgreSQL 18 gives a NOT NULL constraint: table_column_not_null (ChooseConstraintName). */
export const notNullName = (object: Typed<Column>): string => generatedName(object, 'not_null');

/** table_column_label, as PostgreSQL names what belongs to a column (makeObjectName). */
export function generatedName(object: Typed<Column>, label: string): string {
  const { name: table } = splitQualifiedName(object.attributes.relation);
  return quoteIdentifier(`${table}_${object.name}_${label}`);
}
