// NOT NULL of columns, for the kind table column: an attribute before PostgreSQL 18, a named constraint since.
import { equal } from '../../catalog/canonical.ts';
import { isChosenFor, looksChosen } from '../../sql/chosen-names.ts';
import { quoteLiteral, unquoteIdentifier } from '../../sql/identifiers.ts';
import { type Draft, ddl, type Sides, type Typed } from '../kind.ts';
import { alterColumn, type Column, type ColumnChange, type NotNull, notNullName, tableName } from './column-model.ts';
import { isColumn } from './family.ts';
import { changeIdentity } from './identity.ts';

export function notNullClause(notNull: NotNull): string {
  const name = notNull.name === null ? '' : `CONSTRAINT ${notNull.name} `;
  return `${name}NOT NULL${notNull.noInherit ? ' NO INHERIT' : ''}`;
}

/**
 * The constraint with the counterpart's name, where PostgreSQL chose both; null where the names are equal or declared, or
 * where only one of them is that of an ancestor: a detached partition gets a name of its own.
 */
export function withKeptName(object: Typed<Column>, counterpart: Typed<Column>): NotNull | null {
  const [now, old] = [object.attributes.notNull, counterpart.attributes.notNull];
  if (now === null || old === null || now.name === old.name || !equal(object.inherits, counterpart.inherits))
    return null;
  const [wanted, present] = [now.name ?? notNullName(object), old.name ?? notNullName(counterpart)];
  const chosen = isChosenFor(unquoteIdentifier(wanted), tableName(object), object.name, 'not_null');
  return chosen && looksChosen(unquoteIdentifier(present), 'not_null') ? { ...now, name: old.name } : null;
}

/**
 * The table constraint in CREATE TABLE … INHERITS for a NOT NULL that the child declares for a column that also inherits
 * one, which has a name since 18; null where the child declares none, or no ancestor does (SET NOT NULL follows).
 */
export function notNullOfChildTable({ attributes, inherits }: Typed<Column>, context: Sides): string | null {
  const { name, notNull } = attributes;
  const inherited = inherits.some((key) => {
    const ancestor = context.after.get(key);
    return isColumn(ancestor) && ancestor.attributes.notNull !== null;
  });
  if (context.serverVersion < 180000 || !inherited || !notNull?.local || !notNull.validated) return null;
  const named = notNull.name === null ? '' : `CONSTRAINT ${notNull.name} `;
  return `${named}NOT NULL ${name}${notNull.noInherit ? ' NO INHERIT' : ''}`;
}

export function setNotNull({ before, after }: ColumnChange, context: Sides): Draft[] {
  const a = after.attributes;
  const old = before.attributes.notNull;
  if (a.notNull === null) {
    const identityGoes = before.attributes.identity !== null && a.identity === null;
    return [
      // An identity column can't be nullable.
      ...(identityGoes ? changeIdentity({ before, after }, context) : []),
      alterColumn(after, 'DROP NOT NULL', {
        hazards: [{ code: 'C408', message: `allows nulls in ${a.relation}.${a.name}` }],
      }),
    ];
  }
  return old === null ? addNotNull(after, a.notNull, context) : changeNotNull(before, after, old, a.notNull);
}

function addNotNull(after: Typed<Column>, notNull: NotNull, context: Sides): Draft[] {
  const a = after.attributes;
  const named = context.serverVersion >= 180000;
  const scan: Omit<Draft, 'sql'> = {
    lock: 'ACCESS EXCLUSIVE',
    tree: !notNull.noInherit,
    work: 'scan',
    hazards: [
      {
        code: 'A202',
        message: `reads all of ${a.relation} under an ACCESS EXCLUSIVE lock to check that ${a.name} contains no null`,
      },
      {
        code: 'F301',
        message: `fails if ${a.relation}.${a.name} contains a null`,
        remedy: 'fill the nulls in a dml migration first',
      },
    ],
  };
  if (!named || (notNull.name === null && notNull.validated && !notNull.noInherit))
    return [alterColumn(after, 'SET NOT NULL', scan)];
  const name = notNull.name ?? notNullName(after);
  const sql = `ALTER TABLE ${a.relation} ADD CONSTRAINT ${name} NOT NULL ${a.name}`;
  const suffix = `${notNull.noInherit ? ' NO INHERIT' : ''}${notNull.validated ? '' : ' NOT VALID'}`;
  return [ddl(sql + suffix, notNull.validated ? scan : { lock: 'ACCESS EXCLUSIVE', tree: !notNull.noInherit })];
}

function changeNotNull(before: Typed<Column>, after: Typed<Column>, old: NotNull, now: NotNull): Draft[] {
  const a = after.attributes;
  const drafts: Draft[] = [];
  const oldName = old.name ?? notNullName(before);
  const newName = now.name ?? notNullName(after);
  // PostgreSQL can't rename an inherited constraint: the rename runs before an attachment or after a detachment.
  const inherited = before.inherits.some((key) => after.inherits.includes(key));
  if (oldName !== newName && !inherited) {
    drafts.push(
      ddl(`ALTER TABLE ${a.relation} RENAME CONSTRAINT ${oldName} TO ${newName}`, { lock: 'ACCESS EXCLUSIVE' }),
    );
  }
  if (old.noInherit !== now.noInherit) {
    const sql = `ALTER TABLE ${a.relation} ALTER CONSTRAINT ${newName} ${now.noInherit ? 'NO INHERIT' : 'INHERIT'}`;
    drafts.push(ddl(sql, { lock: 'ACCESS EXCLUSIVE' }));
  }
  if (!old.validated && now.validated) {
    drafts.push(
      ddl(`ALTER TABLE ${a.relation} VALIDATE CONSTRAINT ${newName}`, {
        lock: 'SHARE UPDATE EXCLUSIVE',
        work: 'scan',
        tree: !now.noInherit,
        hazards: [{ code: 'F301', message: `fails if ${a.relation}.${a.name} contains a null` }],
      }),
    );
  }
  if (old.validated && !now.validated) {
    drafts.push(alterColumn(after, 'DROP NOT NULL'));
    drafts.push(
      ddl(`ALTER TABLE ${a.relation} ADD CONSTRAINT ${newName} NOT NULL ${a.name} NOT VALID`, {
        lock: 'ACCESS EXCLUSIVE',
      }),
    );
  }
  return drafts;
}

export const commentOnNotNull = (object: Typed<Column>): Draft => {
  const { notNull, notNullComment, relation } = object.attributes;
  const text = notNullComment === null ? 'NULL' : quoteLiteral(notNullComment);
  return ddl(`COMMENT ON CONSTRAINT ${notNull?.name ?? notNullName(object)} ON ${relation} IS ${text}`);
};

/** The comment on the constraint, under the aliases a and c. */
export const notNullCommentSql = (version: number): string =>
  version < 180000
    ? 'NULL'
    : `(SELECT obj_description(k.oid, 'pg_constraint') FROM pg_constraint k
             WHERE k.conrelid = c.oid AND k.contype = 'n' AND k.conkey = ARRAY[a.attnum])`;

/** pg_attribute.attnotnull with its pg_constraint row, under the aliases a and c. */
export function notNullSql(version: number): string {
  if (version < 180000) {
    return `CASE WHEN a.attnotnull THEN json_build_object('name', NULL, 'noInherit', false, 'validated', true, 'local', true) END`;
  }
  return `CASE WHEN a.attnotnull THEN coalesce((
             SELECT json_build_object('name', CASE WHEN k.conname <> c.relname || '_' || a.attname || '_not_null'
                                                   THEN quote_ident(k.conname) END,
                      'noInherit', k.connoinherit, 'validated', k.convalidated OR NOT k.conislocal, 'local', k.conislocal)
               FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'n' AND k.conkey = ARRAY[a.attnum]),
             json_build_object('name', NULL, 'noInherit', false, 'validated', true, 'local', true)) END`;
}
