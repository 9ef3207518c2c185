// The kinds domain and domain constraint: CREATE DOMAIN and its CHECK constraints (catalogs pg_type and pg_constraint).
import type { Key } from '../../catalog/catalog.ts';
import { looksChosen } from '../../sql/chosen-names.ts';
import { quoteIdentifier, quoteLiteral, unquoteIdentifier } from '../../sql/identifiers.ts';
import { definesName, mentionsName } from '../../sql/statement-words.ts';
import { type Draft, ddl, defineKind, type Sides, type Typed, takes } from '../kind.ts';
import { catalog, collation, qualified, typeHead, userNamespace } from '../shared/catalog-sql.ts';
import { swapOfType } from '../shared/type-swap.ts';
import type { Domain, DomainConstraint } from './family.ts';
import { columnsOfType } from './type-structure.ts';

/** The name of the domain's NOT NULL constraint; PostgreSQL chooses domain_not_null. */
const notNullName = (object: Typed<Domain>): string =>
  object.attributes.notNullName ?? quoteIdentifier(`${object.name}_not_null`);

const notNullClause = ({ notNullName: name }: Domain): string =>
  `${name === null ? '' : `CONSTRAINT ${name} `}NOT NULL`;

const commentOnNotNull = (object: Typed<Domain>): Draft =>
  ddl(
    `COMMENT ON CONSTRAINT ${notNullName(object)} ON DOMAIN ${object.reference} IS ${
      object.attributes.notNullComment === null ? 'NULL' : quoteLiteral(object.attributes.notNullComment)
    }`,
  );

/** An expression on the NOT NULL constraint of the domain, which has a pg_constraint row since PostgreSQL 17. */
const ofNotNull = (version: number, expression: string): string =>
  version < 170000
    ? 'NULL'
    : `(SELECT ${expression} FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'n')`;

/** A check of all stored values of a domain, whose tables are locked and read (get_rels_with_domain). */
function scanning(domainKey: Key, reference: string, sql: string, { before }: Sides): Draft {
  const tables = [...new Set(columnsOfType(domainKey, before).flatMap(({ object }) => object.parent ?? []))];
  return ddl(sql, {
    work: 'scan',
    alsoLocks: tables.map((on) => ({ mode: 'SHARE', on })),
    works: tables,
    hazards: [
      {
        code: 'A205',
        message: `checks every column of domain ${reference} under a SHARE lock, which blocks writes`,
        remedy: 'run the migration outside peak hours, with a lock timeout',
      },
      { code: 'F303', message: `fails if a stored value of domain ${reference} violates the new constraint` },
    ],
  });
}

/**
 * Whether columns store values of the domain within an array or a composite type: PostgreSQL can't check a new constraint
 * against these (get_rels_with_domain), so that the domain is recreated and the columns change to it.
 */
const isWithin = (domainKey: Key, { before, after }: Sides): boolean =>
  columnsOfType(domainKey, before).some(({ object, within }) => within && after.get(object.key) !== undefined);

export const domain = defineKind<Domain>({
  name: 'domain',
  keyword: 'DOMAIN',
  folder: 'ddl',
  traits: { holdsValues: true },
  words: {
    statements: {
      CreateDomainStmt: { defines: definesName('type', 'domainname'), touchesNamedOnly: true },
      AlterDomainStmt: { mentions: mentionsName('type', 'typeName') },
    },
    types: { type: { objectTypes: ['OBJECT_DOMAIN'] } },
    memberStatements: `
      SELECT 4, t.oid, 'CREATE DOMAIN ' || t.name || ' AS ' || format_type(t.typbasetype, t.typtypmod) FROM types t WHERE t.typtype = 'd'`,
  },
  privileges: { keyword: 'DOMAIN', letter: 'T' },
  query: (version) => `${typeHead},
           format_type(t.typbasetype, t.typtypmod) AS type, ${collation('t.typcollation', 't.typbasetype')} AS collation,
           -- typdefault is a text as it was once written: names in it may have changed since.
           pg_get_expr(t.typdefaultbin, ${catalog('pg_type')}) AS default, t.typnotnull AS "notNull",
           ${ofNotNull(version, "CASE WHEN k.conname <> t.typname || '_not_null' THEN quote_ident(k.conname) END")}
             AS "notNullName",
           ${ofNotNull(version, "obj_description(k.oid, 'pg_constraint')")} AS "notNullComment"
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
     WHERE t.typtype = 'd' AND ${userNamespace('n')}`,
  resources: ({ reference }) => takes(`type ${reference}`),
  undeclared: ({ attributes: now }, { attributes: old }) =>
    now.notNull &&
    old.notNull &&
    now.notNullName === null &&
    looksChosen(unquoteIdentifier(old.notNullName ?? ''), 'not_null')
      ? { notNullName: old.notNullName }
      : null,
  create: (object, context) => {
    const { type, collation: collate, default: value, notNull } = object.attributes;
    // The renamed former domain still has the constraint name that PostgreSQL would choose.
    const spelled = context.before.get(object.key) && context.serverVersion >= 170000;
    const named = notNull
      ? [spelled ? `CONSTRAINT ${notNullName(object)} NOT NULL` : notNullClause(object.attributes)]
      : [];
    const parts = [
      `CREATE DOMAIN ${object.reference} AS ${type}`,
      ...(collate === null ? [] : [`COLLATE ${collate}`]),
      ...(value === null ? [] : [`DEFAULT ${value}`]),
      ...named,
      ...context.inlined(object.key).flatMap((child) => context.clause(child) ?? []),
    ];
    return [ddl(parts.join('\n    '))];
  },
  settings: (object) => (object.attributes.notNullComment === null ? [] : [commentOnNotNull(object)]),
  // Before PostgreSQL 17, NOT NULL of a domain has no name.
  since: [{ major: 17, without: (d) => ({ ...d, notNullName: null, notNullComment: null }) }],
  drop: ({ reference }) => [ddl(`DROP DOMAIN ${reference}`)],
  swap: (object) => swapOfType(object, 'DOMAIN'),
  attributes: {
    type: 'replace',
    collation: 'replace',
    default: ({ after }) => [
      ddl(
        `ALTER DOMAIN ${after.reference} ` +
          (after.attributes.default === null ? 'DROP DEFAULT' : `SET DEFAULT ${after.attributes.default}`),
      ),
    ],
    notNull: ({ after }, context) => {
      if (!after.attributes.notNull) return [ddl(`ALTER DOMAIN ${after.reference} DROP NOT NULL`)];
      if (isWithin(after.key, context)) return 'replace';
      const { notNullName: name } = after.attributes;
      const change = name === null ? 'SET NOT NULL' : `ADD ${notNullClause(after.attributes)}`;
      return [scanning(after.key, after.reference, `ALTER DOMAIN ${after.reference} ${change}`, context)];
    },
    notNullName: ({ before, after }) =>
      before.attributes.notNull && after.attributes.notNull
        ? [ddl(`ALTER DOMAIN ${after.reference} RENAME CONSTRAINT ${notNullName(before)} TO ${notNullName(after)}`)]
        : [],
    notNullComment: ({ after }) => (after.attributes.notNull ? [commentOnNotNull(after)] : []),
  },
});

/** Whether the constraint must hold for values within arrays and composite types; see `isWithin`. */
const bindsWithin = ({ attributes, parent }: Typed<DomainConstraint>, context: Sides): boolean =>
  attributes.validated && parent !== null && isWithin(parent, context);

const clause = (c: DomainConstraint): string => `CONSTRAINT ${quoteIdentifier(c.name)} ${c.definition}`;

export const domainConstraint = defineKind<DomainConstraint>({
  name: 'domain constraint',
  keyword: 'CONSTRAINT',
  folder: 'ddl',
  words: {
    types: { 'domain constraint': { objectTypes: ['OBJECT_DOMCONSTRAINT'] } },
  },
  // It holds for every value that a conversion to the domain yields.
  traits: { essential: true },
  query: () => `
    SELECT ${catalog('pg_constraint')} AS classid, k.oid AS objid, 0 AS objsubid, k.conname AS objname, n.nspname AS namespace,
           format('%I ON DOMAIN %I.%I', k.conname, n.nspname, t.typname) AS reference,
           json_build_array(${catalog('pg_type')}, t.oid, 0) AS parent,
           k.conname AS name, ${qualified('n.nspname', 't.typname')} AS domain,
           regexp_replace(pg_get_constraintdef(k.oid), ' NOT VALID$', '') AS definition, k.convalidated AS validated
      FROM pg_constraint k JOIN pg_type t ON t.oid = k.contypid JOIN pg_namespace n ON n.oid = t.typnamespace
     WHERE k.contype = 'c' AND ${userNamespace('n')}`,
  onlyWithParent: bindsWithin,
  inline: { when: ({ attributes }) => attributes.validated, clause: ({ attributes }) => clause(attributes) },
  create: ({ attributes, key, parent }, context) => [
    attributes.validated
      ? scanning(
          parent ?? key,
          attributes.domain,
          `ALTER DOMAIN ${attributes.domain} ADD ${clause(attributes)}`,
          context,
        )
      : ddl(`ALTER DOMAIN ${attributes.domain} ADD ${clause(attributes)} NOT VALID`),
  ],
  drop: ({ attributes }) => [
    ddl(`ALTER DOMAIN ${attributes.domain} DROP CONSTRAINT ${quoteIdentifier(attributes.name)}`),
  ],
  attributes: {
    name: 'replace',
    domain: 'replace',
    definition: ({ after }, context) => (bindsWithin(after, context) ? 'replace parent' : 'replace'),
    validated: ({ after }, context) => {
      const { validated, domain: of, name } = after.attributes;
      if (!validated) return 'replace';
      if (bindsWithin(after, context)) return 'replace parent';
      return [
        scanning(
          after.parent ?? after.key,
          of,
          `ALTER DOMAIN ${of} VALIDATE CONSTRAINT ${quoteIdentifier(name)}`,
          context,
        ),
      ];
    },
  },
});
