// Identity columns and their sequences, for the kind table column (pg_attribute.attidentity).

import type { DbObject } from '../../catalog/catalog.ts';
import type { Side } from '../../catalog/side.ts';
import { qualifiedName, quoteIdentifier, quoteLiteral, splitQualifiedName } from '../../sql/identifiers.ts';
import { type Draft, ddl, type Sides, type Typed } from '../kind.ts';
import { catalog, grantsOrNull } from '../shared/catalog-sql.ts';
import { defaultGrants, grantStatements } from '../shared/grants.ts';
import {
  continueAfterRows,
  createSequence,
  isNarrower,
  restartClause,
  retyped,
  type SequenceOptions,
  sequenceClauses,
  sequenceOptions,
} from '../shared/sequence-options.ts';
import { temporaryName } from '../shared/type-swap.ts';
import { alterColumn, type Column, type ColumnChange, generatedName, type Identity } from './column-model.ts';
import { isColumn, isSequence, isTable } from './family.ts';
import type { Sequence } from './models.ts';

export function identityClause(identity: Identity): string {
  const name = identity.sequence === null ? [] : [`SEQUENCE NAME ${identity.sequence}`];
  const said = [...name, ...sequenceClauses(null, identity.options).filter((clause) => !clause.startsWith('AS '))];
  const inside = said.length > 0 ? ` (${said.join(' ')})` : '';
  return `GENERATED ${identity.always ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY${inside}`;
}

/** The sequence of an identity column; without SEQUENCE NAME its name is table_column_seq. */
export function identitySequence(object: Typed<Column>): string {
  const { identity } = object.attributes;
  return identity?.sequence ?? `${quoteIdentifier(object.namespace ?? '')}.${generatedName(object, 'seq')}`;
}

export function changeIdentity({ before, after }: ColumnChange, context: Sides): Draft[] {
  const [old, now] = [before.attributes.identity, after.attributes.identity];
  if (now === null) return toSequence(before, after, context);
  if (old === null) {
    const sequence = sequenceThatEnds(after, context);
    return [
      ...(sequence ? [setAside(sequence.reference, sequence.name, after)] : []),
      alterColumn(after, `ADD ${identityClause(now)}`, {
        why: `Makes table column ${after.reference} an identity column.`,
      }),
      ...positions(after, now, sequence),
      ...identityGrants(null, after, context),
      ...sequenceProperties(null, after, context),
    ];
  }
  return [
    ...renameSequence(before, after),
    ...(old.always === now.always ? [] : [alterColumn(after, `SET GENERATED ${now.always ? 'ALWAYS' : 'BY DEFAULT'}`)]),
    ...changeSequence(after, old.options, now.options),
    ...identityGrants(old.grants, after, context),
    ...sequenceProperties(old, after, context),
  ];
}

/** Where the new sequence of an identity column begins: where the column's former sequence was, or after the rows. */
function positions(after: Typed<Column>, identity: Identity, former: DbObject | undefined): Draft[] {
  const { relation, name, foreign } = after.attributes;
  if (former) return carry(former, identitySequence(after), after);
  return foreign ? [] : [continueAfterRows(relation, name, after.reference, identitySequence(after), identity.options)];
}

/** DROP IDENTITY; a new sequence that the column owns begins where the sequence of the identity column was. */
function toSequence(before: Typed<Column>, after: Typed<Column>, context: Sides): Draft[] {
  const sequence = sequenceThatBegins(after, context);
  if (!sequence) return [dropIdentity(after)];
  const reference = identitySequence(before);
  const name = splitQualifiedName(reference).name;
  return [
    setAside(reference, name, after),
    ddl(createSequence(sequence), { why: `Creates sequence ${sequence.reference}.` }),
    setTo(sequence.reference, reference, name, after),
    alterColumn(after, 'DROP IDENTITY'),
  ];
}

/** The sequence that the column owns and that ends when the column becomes an identity column. */
export const sequenceThatEnds = (column: Typed<Column>, { before, after }: Sides): Typed<Sequence> | undefined =>
  turns(column, after, before) ? ownedAlone(column, before, after) : undefined;

/** The sequence that the column owns once it is no identity column any more. */
export const sequenceThatBegins = (column: Typed<Column>, { before, after }: Sides): Typed<Sequence> | undefined =>
  turns(column, before, after) ? ownedAlone(column, after, before) : undefined;

/** Whether the column is an identity column on the one side and not on the other. */
function turns({ key }: Typed<Column>, identity: Side, plain: Side): boolean {
  const [one, other] = [identity.get(key), plain.get(key)];
  return isColumn(one) && isColumn(other) && one.attributes.identity !== null && other.attributes.identity === null;
}

function ownedAlone({ key }: Typed<Column>, side: Side, other: Side): Typed<Sequence> | undefined {
  const links = side.dependents(key).filter((dependent) => side.get(dependent)?.kind === 'sequence ownership');
  const sequences = links.flatMap((link) => side.get(side.get(link)?.parent ?? link) ?? []);
  return sequences.find((found): found is Typed<Sequence> => isSequence(found) && other.get(found.key) === undefined);
}

const setAside = (reference: string, name: string, column: Typed<Column>): Draft =>
  ddl(`ALTER SEQUENCE ${reference} RENAME TO ${quoteIdentifier(temporaryName(name))}`, {
    why: `Renames the former sequence of ${column.reference}, whose position its successor takes over.`,
  });

const aside = (reference: string, name: string): string =>
  qualifiedName(splitQualifiedName(reference).schema, temporaryName(name));

const setTo = (sequence: string, former: string, name: string, column: Typed<Column>): Draft =>
  ddl(`SELECT pg_catalog.setval(${quoteLiteral(sequence)}, last_value, is_called) FROM ${aside(former, name)}`, {
    why: `Sets the new sequence of ${column.reference} to the position of the former one.`,
  });

const carry = (former: DbObject, sequence: string, column: Typed<Column>): Draft[] => [
  setTo(sequence, former.reference, former.name, column),
  ddl(`DROP SEQUENCE ${aside(former.reference, former.name)}`, {
    why: `Drops the former sequence of ${column.reference}.`,
  }),
];

/** The identity with the name of the counterpart's sequence, where no name is declared; null where there is none to keep. */
export function withKeptSequence(object: Typed<Column>, counterpart: Typed<Column>): Identity | null {
  const [now, old] = [object.attributes.identity, counterpart.attributes.identity];
  return now && old && now.sequence === null && old.sequence !== null ? { ...now, sequence: old.sequence } : null;
}

function renameSequence(before: Typed<Column>, after: Typed<Column>): Draft[] {
  const [former, sequence] = [identitySequence(before), identitySequence(after)];
  if (former === sequence) return [];
  const { name } = splitQualifiedName(sequence);
  return [ddl(`ALTER SEQUENCE ${former} RENAME TO ${quoteIdentifier(name)}`, { lock: 'ACCESS EXCLUSIVE' })];
}

/** ALTER COLUMN … TYPE changes the type of the sequence, and bounds that are limits of the former type. */
function changeSequence(after: Typed<Column>, old: SequenceOptions, now: SequenceOptions): Draft[] {
  if (sequenceClauses(retyped(old, now.type), now).length === 0) return [];
  const restart = restartClause(old, now);
  const former = isNarrower(now.type, old.type) ? old : retyped(old, now.type);
  const changes = sequenceClauses(former, now).filter((clause) => !clause.startsWith('AS '));
  return [alterColumn(after, [...changes.map((clause) => `SET ${clause}`), ...(restart ? [restart] : [])].join(' '))];
}

/**
 * The change of the sequence that must precede a narrower type of the column: ALTER COLUMN … TYPE gives the sequence the
 * same type, which fails while its bounds do not fit.
 */
export function narrowSequence({ before, after }: ColumnChange): Draft[] {
  const [old, now] = [before.attributes.identity?.options, after.attributes.identity?.options];
  return old && now && isNarrower(now.type, old.type) ? changeSequence(after, old, now) : [];
}

/** Statements for what ALTER TABLE can't set on the column's sequence. */
export function sequenceProperties(before: Identity | null, object: Typed<Column>, context: Sides): Draft[] {
  const now = object.attributes.identity;
  if (now === null) return [];
  const sequence = identitySequence(object);
  const table = object.parent === null ? undefined : context.after.get(object.parent);
  const persistence = (now.unlogged ?? (isTable(table) && table.attributes.unlogged)) ? 'UNLOGGED' : 'LOGGED';
  const text = now.comment === null ? 'NULL' : quoteLiteral(now.comment);
  return [
    ...(now.unlogged === (before?.unlogged ?? null) ? [] : [ddl(`ALTER SEQUENCE ${sequence} SET ${persistence}`)]),
    ...(now.comment === (before?.comment ?? null) ? [] : [ddl(`COMMENT ON SEQUENCE ${sequence} IS ${text}`)]),
  ];
}

const dropIdentity = (after: Typed<Column>): Draft =>
  alterColumn(after, 'DROP IDENTITY', { loses: `the position of the sequence of ${after.reference}` });

/** GRANT and REVOKE on the sequence of an identity column. */
export function identityGrants(before: Identity['grants'], object: Typed<Column>, context: Sides): Draft[] {
  const identity = object.attributes.identity;
  if (identity === null) return [];
  const standard = defaultGrants('s', context.serverVersion);
  const list = (grants: Identity['grants']) =>
    grants?.map(([grantee, privilege, grantable]) => ({ grantee, privilege, grantable, column: null })) ?? standard;
  return grantStatements(list(before), list(identity.grants), {
    on: `SEQUENCE ${identitySequence(object)}`,
    letter: 's',
    serverVersion: context.serverVersion,
    owner: context.role,
  }).map(({ sql, opens }) =>
    ddl(sql, {
      hazards: [
        { code: 'S501', message: `changes privileges on the sequence of ${object.reference}`, blocking: opens },
      ],
    }),
  );
}

/** pg_attribute.attidentity with its sequence, under the aliases a and c. */
export const identitySql = (version: number): string => `
           CASE WHEN a.attidentity <> '' THEN (
             SELECT json_build_object('always', a.attidentity = 'a',
                      'sequence', CASE WHEN sc.relname <> c.relname || '_' || a.attname || '_seq'
                                       THEN format('%I.%I', sn.nspname, sc.relname) END,
                      'unlogged', ${version < 150000 ? 'NULL' : "nullif(sc.relpersistence = 'u', c.relpersistence = 'u')"},
                      'comment', obj_description(sc.oid, 'pg_class'), 'options', ${sequenceOptions('s')},
                      'grants', ${grantsOrNull('sc.relacl', 'sc.relowner')})
               FROM pg_depend d JOIN pg_sequence s ON s.seqrelid = d.objid JOIN pg_class sc ON sc.oid = d.objid
               JOIN pg_namespace sn ON sn.oid = sc.relnamespace
              WHERE d.classid = ${catalog('pg_class')} AND d.refclassid = ${catalog('pg_class')} AND d.deptype = 'i'
                AND d.refobjid = c.oid AND d.refobjsubid = a.attnum) END`;
