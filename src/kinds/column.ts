import type { DbObject } from '../catalog/catalog.ts';
import { quoteIdentifier } from '../sql/identifiers.ts';
import { type Alteration, type Context, type Draft, ddl, defineKind, type Typed } from './kind.ts';
import { catalog, collation, grantsOrNull, options, qualified, userNamespace } from './shared/catalog-sql.ts';
import { defaultGrants, grantStatements } from './shared/grants.ts';
import { type Options, optionChanges } from './shared/options.ts';
import { lossy, metadataOnly, usingExpression } from './shared/retype.ts';
import { type SequenceOptions, sequenceClauses, sequenceOptions } from './shared/sequence-options.ts';

type NotNull = {
  /** PostgreSQL 18 names the constraint; null where the name is the one it chooses. */
  readonly name: string | null;
  readonly noInherit: boolean;
  readonly validated: boolean;
  /** Declared for this table, not only inherited. */
  readonly local: boolean;
};
type Identity = {
  readonly always: boolean;
  /** Privileges on its sequence: [grantee, privilege, grantable]; null for the owner's only. */
  readonly grants: readonly (readonly [string, string, boolean])[] | null;
  readonly sequence: string | null;
  readonly options: SequenceOptions;
};
type Generated = { readonly expression: string; readonly stored: boolean };

type Column = {
  readonly relation: string;
  readonly name: string;
  readonly type: string;
  readonly collation: string | null;
  readonly notNull: NotNull | null;
  readonly identity: Identity | null;
  readonly generated: Generated | null;
  readonly storage: string | null;
  readonly compression: string | null;
  readonly statistics: number | null;
  readonly options: Options | null;
  /** Declared here, not only inherited. */
  readonly local: boolean;
  readonly partition: boolean;
  readonly position: number;
};

type Change = Alteration<Column>;

const alter = (object: Typed<Column>, change: string, parts: Omit<Draft, 'sql'> = {}): Draft =>
  ddl(`ALTER TABLE ${object.attributes.relation} ALTER COLUMN ${object.attributes.name} ${change}`, {
    lock: 'ACCESS EXCLUSIVE',
    ...parts,
  });

function notNullClause(notNull: NotNull): string {
  const name = notNull.name === null ? '' : `CONSTRAINT ${notNull.name} `;
  return `${name}NOT NULL${notNull.noInherit ? ' NO INHERIT' : ''}`;
}

function identityClause(identity: Identity): string {
  const name = identity.sequence === null ? [] : [`SEQUENCE NAME ${identity.sequence}`];
  const said = [...name, ...sequenceClauses(null, identity.options).filter((clause) => !clause.startsWith('AS '))];
  const inside = said.length > 0 ? ` (${said.join(' ')})` : '';
  return `GENERATED ${identity.always ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY${inside}`;
}

function definition(object: Typed<Column>, context: Context): string {
  const a = object.attributes;
  return [
    `${a.name} ${a.type}`,
    ...(a.collation === null ? [] : [`COLLATE ${a.collation}`]),
    ...(a.generated === null
      ? []
      : [`GENERATED ALWAYS AS (${a.generated.expression}) ${a.generated.stored ? 'STORED' : 'VIRTUAL'}`]),
    ...(a.identity === null ? [] : [identityClause(a.identity)]),
    ...context.inlined(object.key).map((child) => context.clause(child)),
    ...(a.notNull?.validated ? [notNullClause(a.notNull)] : []),
  ].join(' ');
}

/** The table is made by CREATE TABLE … PARTITION OF, which brings the columns along. */
const bornAsPartition = (object: Typed<Column>, context: Context): boolean =>
  object.parent !== null &&
  context.inlined(object.parent).some((child) => (child.attributes['bound'] ?? null) !== null);

/** What a partition's column has otherwise than its parent's; empty where nothing. */
function overrides(object: Typed<Column>, context: Context): string {
  const a = object.attributes;
  const ancestor = context.after.get(object.inherits[0] ?? object.key) as Typed<Column> | undefined;
  if (!ancestor) return definition(object, context);
  const defaultOf = (column: DbObject): string =>
    context.after
      .children(column.key)
      .map((child) => context.clause(child))
      .join(' ');
  const [own, inherited] = [defaultOf(object), defaultOf(ancestor)];
  const nameOf = (column: Typed<Column>): string | null =>
    column.attributes.notNull === null ? null : (column.attributes.notNull.name ?? defaultName(column));
  const notNull =
    a.notNull?.validated && nameOf(object) !== nameOf(ancestor) && !inOwnKey(object, context)
      ? [notNullClause(a.notNull)]
      : [];
  const parts = [...(own === inherited ? [] : [own === '' ? 'DEFAULT NULL' : own]), ...notNull];
  return parts.length === 0 ? '' : [a.name, ...parts].join(' ');
}

/** A primary key of the partition's own makes its columns NOT NULL by itself. */
const inOwnKey = (object: Typed<Column>, context: Context): boolean =>
  object.parent !== null &&
  context.inlined(object.parent).some((child) => {
    const columns = /^PRIMARY KEY \((.*?)\)/.exec(String(child.attributes['definition'] ?? ''))?.[1];
    return child.inherits.length === 0 && columns?.split(', ').includes(object.attributes.name) === true;
  });

function addColumn(object: Typed<Column>, context: Context): Draft {
  const a = object.attributes;
  const defaulted = context.inlined(object.key).length > 0;
  const rewrites = a.identity !== null || a.generated?.stored === true;
  return ddl(`ALTER TABLE ${a.relation} ADD COLUMN ${definition(object, context)}`, {
    lock: 'ACCESS EXCLUSIVE',
    ...(rewrites ? { work: 'rewrite' as const } : {}),
    dangers: [
      ...(rewrites
        ? [
            {
              code: 'A201',
              message: `rewrites table ${a.relation} to fill column ${a.name}`,
              remedy: 'add a plain column, fill it in batches, then add the property',
              blocking: true,
            },
          ]
        : []),
      ...(a.notNull?.validated && !defaulted && !rewrites && a.generated === null
        ? [
            {
              code: 'F301',
              message: `fails if ${a.relation} holds rows: column ${a.name} is NOT NULL and has no default`,
              remedy: 'give it a default, or add it nullable, fill it and then set NOT NULL',
            },
          ]
        : []),
    ],
  });
}

function retype({ before, after }: Change): Draft[] {
  const a = after.attributes;
  const from = before.attributes.type;
  const userTypes = a.type.includes('.');
  const using = from === a.type ? null : usingExpression(a.name, from, a.type, userTypes);
  const collate = a.collation === null ? '' : ` COLLATE ${a.collation}`;
  const inPlace = metadataOnly(from, a.type) && before.attributes.collation === a.collation;
  const sql = `TYPE ${a.type}${collate}${using === null ? '' : ` USING ${using}`}`;
  const dangers = [
    ...(inPlace
      ? []
      : [
          {
            code: 'A201',
            message: `rewrites table ${a.relation} and its indexes: column ${a.name} becomes ${a.type}`,
            remedy: 'on a large table add a new column, copy in batches and swap',
            blocking: true,
          },
        ]),
    ...(lossy(from, a.type)
      ? [{ code: 'D104', message: `values of ${a.relation}.${a.name} may not fit ${a.type}`, blocking: true }]
      : []),
    { code: 'C403', message: `cached plans that return ${a.relation}.${a.name} fail once` },
  ];
  return [
    alter(after, sql, {
      ...(inPlace ? {} : { work: 'rewrite' as const }),
      dangers,
      disturbs: inPlace ? 'relabels' : 'rewrites',
      why: `${a.relation}.${a.name}: ${from} becomes ${a.type}.`,
      ...(lossy(from, a.type) ? { loses: `what of ${a.relation}.${a.name} does not fit ${a.type}` } : {}),
    }),
  ];
}

function setNotNull({ before, after }: Change, context: Context): Draft[] {
  const a = after.attributes;
  const old = before.attributes.notNull;
  if (a.notNull === null) {
    return [
      alter(after, 'DROP NOT NULL', { dangers: [{ code: 'C408', message: `${a.relation}.${a.name} may be null` }] }),
    ];
  }
  const named = context.serverVersion >= 180000;
  const scan: Omit<Draft, 'sql'> = {
    lock: 'ACCESS EXCLUSIVE',
    work: 'scan',
    dangers: [
      {
        code: 'A202',
        message: `reads all of ${a.relation} under an ACCESS EXCLUSIVE lock to prove that ${a.name} has no null`,
      },
      {
        code: 'F301',
        message: `fails if ${a.relation}.${a.name} holds a null`,
        remedy: 'fill the nulls in a dml migration first',
      },
    ],
  };
  if (old === null) {
    if (!named || (a.notNull.name === null && a.notNull.validated && !a.notNull.noInherit))
      return [alter(after, 'SET NOT NULL', scan)];
    const name = a.notNull.name ?? defaultName(after);
    const sql = `ALTER TABLE ${a.relation} ADD CONSTRAINT ${name} NOT NULL ${a.name}`;
    const suffix = `${a.notNull.noInherit ? ' NO INHERIT' : ''}${a.notNull.validated ? '' : ' NOT VALID'}`;
    return [ddl(sql + suffix, a.notNull.validated ? scan : { lock: 'ACCESS EXCLUSIVE' })];
  }
  const drafts: Draft[] = [];
  const oldName = old.name ?? defaultName(before);
  const newName = a.notNull.name ?? defaultName(after);
  // An inherited constraint keeps the name it came with: PostgreSQL renames it in no way.
  if (oldName !== newName && after.inherits.length === 0) {
    drafts.push(
      ddl(`ALTER TABLE ${a.relation} RENAME CONSTRAINT ${oldName} TO ${newName}`, { lock: 'ACCESS EXCLUSIVE' }),
    );
  }
  if (old.noInherit !== a.notNull.noInherit) {
    const sql = `ALTER TABLE ${a.relation} ALTER CONSTRAINT ${newName} ${a.notNull.noInherit ? 'NO INHERIT' : 'INHERIT'}`;
    drafts.push(ddl(sql, { lock: 'ACCESS EXCLUSIVE' }));
  }
  if (!old.validated && a.notNull.validated) {
    drafts.push(
      ddl(`ALTER TABLE ${a.relation} VALIDATE CONSTRAINT ${newName}`, { lock: 'SHARE UPDATE EXCLUSIVE', work: 'scan' }),
    );
  }
  if (old.validated && !a.notNull.validated) {
    drafts.push(alter(after, 'DROP NOT NULL'));
    drafts.push(
      ddl(`ALTER TABLE ${a.relation} ADD CONSTRAINT ${newName} NOT NULL ${a.name} NOT VALID`, {
        lock: 'ACCESS EXCLUSIVE',
      }),
    );
  }
  return drafts;
}

/** The sequence behind an identity column; without SEQUENCE NAME it is table_column_seq. */
function identitySequence(object: Typed<Column>): string {
  const { identity, relation } = object.attributes;
  return identity?.sequence ?? `${relation.slice(0, relation.indexOf('.'))}.${generatedName(object, 'seq')}`;
}

/** The name PostgreSQL 18 gives a NOT NULL constraint: table_column_not_null (ChooseConstraintName). */
const defaultName = (object: Typed<Column>): string => generatedName(object, 'not_null');

function generatedName(object: Typed<Column>, label: string): string {
  const bare = (text: string): string => text.replace(/^"|"$/g, '').replaceAll('""', '"');
  const table = bare(object.attributes.relation.slice(object.attributes.relation.indexOf('.') + 1));
  return quoteIdentifier(`${table}_${bare(object.attributes.name)}_${label}`);
}

function changeIdentity({ before, after }: Change, context: Context): Draft[] {
  const [old, now] = [before.attributes.identity, after.attributes.identity];
  if (now === null)
    return [alter(after, 'DROP IDENTITY', { loses: `the position of the sequence of ${after.reference}` })];
  if (old === null) {
    return [
      alter(after, `ADD ${identityClause(now)}`, {
        why: `Column ${after.reference} becomes an identity column; its sequence starts after the values there are.`,
      }),
      continueAfter(after),
      ...identityGrants(null, after, context),
    ];
  }
  const set = (clause: string): string => `SET ${clause}`;
  const changes = sequenceClauses(old.options, now.options).filter((clause) => !clause.startsWith('AS '));
  return [
    ...(old.always === now.always ? [] : [alter(after, `SET GENERATED ${now.always ? 'ALWAYS' : 'BY DEFAULT'}`)]),
    ...(changes.length > 0 ? [alter(after, changes.map(set).join(' '))] : []),
    ...identityGrants(old.grants, after, context),
  ];
}

/** Privileges on the sequence behind an identity column. */
function identityGrants(before: Identity['grants'], object: Typed<Column>, context: Context): Draft[] {
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
  }).map((sql) => ddl(sql, { dangers: [{ code: 'S501', message: `changes privileges on ${object.reference}` }] }));
}

/** A new identity must not give out numbers that rows already have. */
function continueAfter(object: Typed<Column>): Draft {
  const { relation, name } = object.attributes;
  const sequence = `pg_catalog.pg_get_serial_sequence(${literal(relation)}, ${literal(unquoted(name))})`;
  return ddl(
    `SELECT pg_catalog.setval(${sequence}, max(${name}), true) FROM ${relation} HAVING max(${name}) IS NOT NULL`,
    {
      work: 'scan',
      why: `The sequence of ${object.reference} goes on after the highest value in use.`,
    },
  );
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const unquoted = (name: string): string => (name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name);

function changeGenerated({ before, after }: Change, context: Context): readonly Draft[] | 'replace' {
  const [old, now] = [before.attributes.generated, after.attributes.generated];
  if (old !== null && now === null) return old.stored ? [alter(after, 'DROP EXPRESSION')] : 'replace';
  if (old === null || now === null || old.stored !== now.stored || context.serverVersion < 170000) return 'replace';
  return [
    alter(after, `SET EXPRESSION AS (${now.expression})`, {
      disturbs: 'rewrites',
      ...(now.stored ? { work: 'rewrite' as const } : {}),
      dangers: now.stored
        ? [
            {
              code: 'A201',
              message: `rewrites table ${after.attributes.relation} to compute ${after.attributes.name}`,
              blocking: true,
            },
          ]
        : [],
    }),
  ];
}

const storage = (object: Typed<Column>): Draft =>
  alter(object, `SET STORAGE ${object.attributes.storage ?? 'DEFAULT'}`);
const compression = (object: Typed<Column>): Draft =>
  alter(object, `SET COMPRESSION ${object.attributes.compression ?? 'default'}`);
const statistics = (object: Typed<Column>): Draft =>
  alter(object, `SET STATISTICS ${object.attributes.statistics ?? -1}`, { lock: 'SHARE UPDATE EXCLUSIVE' });

export const column = defineKind<Column>({
  name: 'table column',
  keyword: 'COLUMN',
  folder: 'ddl',
  holdsRows: (object) => object.attributes.generated === null,
  inheritance: () => 'merged',
  essential: true,
  // The heir's NOT NULL takes the ancestor's name.
  passesOn: (attribute, ancestor, heir) =>
    attribute === 'notNull'
      ? (ancestor.attributes.notNull === null) === (heir.attributes.notNull === null)
      : JSON.stringify(ancestor.attributes[attribute as keyof Column]) ===
        JSON.stringify(heir.attributes[attribute as keyof Column]),
  privileges: { keyword: 'TABLE', letter: 'c' },
  slots: (object) => (object.attributes.identity === null ? [] : [`relation ${identitySequence(object)}`]),
  query: (version) => `
    SELECT ${catalog('pg_class')} AS classid, c.oid AS objid, a.attnum AS objsubid, n.nspname AS namespace,
           format('%I.%I.%I', n.nspname, c.relname, a.attname) AS reference,
           json_build_array(${catalog('pg_class')}, c.oid, 0) AS parent,
           CASE WHEN a.attinhcount > 0 THEN (
             SELECT json_agg(json_build_array(${catalog('pg_class')}, p.attrelid, p.attnum))
               FROM pg_inherits i JOIN pg_attribute p ON p.attrelid = i.inhparent AND p.attname = a.attname
              WHERE i.inhrelid = c.oid AND NOT p.attisdropped) END AS inherits,
           ${grantsOrNullColumn()} AS grants,
           ${qualified('n.nspname', 'c.relname')} AS relation, quote_ident(a.attname) AS name,
           format_type(a.atttypid, a.atttypmod) AS type, ${collation('a.attcollation', 'a.atttypid')} AS collation,
           ${notNullSql(version)} AS "notNull",
           CASE WHEN a.attidentity <> '' THEN (
             SELECT json_build_object('always', a.attidentity = 'a',
                      'sequence', CASE WHEN sc.relname <> c.relname || '_' || a.attname || '_seq'
                                       THEN format('%I.%I', sn.nspname, sc.relname) END,
                      'options', ${sequenceOptions('s')},
                      'grants', ${grantsOrNull('sc.relacl', 'sc.relowner')})
               FROM pg_depend d JOIN pg_sequence s ON s.seqrelid = d.objid JOIN pg_class sc ON sc.oid = d.objid
               JOIN pg_namespace sn ON sn.oid = sc.relnamespace
              WHERE d.classid = ${catalog('pg_class')} AND d.refclassid = ${catalog('pg_class')} AND d.deptype = 'i'
                AND d.refobjid = c.oid AND d.refobjsubid = a.attnum) END AS identity,
           CASE WHEN a.attgenerated <> '' THEN (
             SELECT json_build_object('expression', pg_get_expr(d.adbin, d.adrelid), 'stored', a.attgenerated = 's')
               FROM pg_attrdef d WHERE d.adrelid = c.oid AND d.adnum = a.attnum) END AS generated,
           CASE WHEN a.attstorage <> t.typstorage
                THEN CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END
                END AS storage,
           CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
           nullif(a.attstattarget, -1) AS statistics, ${options('a.attoptions')} AS options,
           a.attislocal AS local, c.relispartition AS partition, a.attnum AS position
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_type t ON t.oid = a.atttypid
     WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND a.attnum > 0 AND NOT a.attisdropped AND ${userNamespace('n')}`,
  clause: (object, context) => {
    const { local, partition } = object.attributes;
    if (bornAsPartition(object, context)) return overrides(object, context);
    // A partition is made whole and then attached; a child of plain inheritance gets the column from its parent.
    return local || partition || object.inherits.length === 0 ? definition(object, context) : '';
  },
  create: (object, context) => [addColumn(object, context)],
  settings: (object, context) => [
    ...identityGrants(null, object, context),
    ...(object.attributes.notNull && !object.attributes.notNull.validated
      ? [
          ddl(
            `ALTER TABLE ${object.attributes.relation} ADD CONSTRAINT ${object.attributes.notNull.name ?? defaultName(object)} NOT NULL ${object.attributes.name}${object.attributes.notNull.noInherit ? ' NO INHERIT' : ''} NOT VALID`,
          ),
        ]
      : []),
    ...(object.attributes.storage === null ? [] : [storage(object)]),
    ...(object.attributes.compression === null ? [] : [compression(object)]),
    ...(object.attributes.statistics === null ? [] : [statistics(object)]),
    ...optionChanges(null, object.attributes.options).map((change) =>
      alter(object, change, { lock: 'SHARE UPDATE EXCLUSIVE' }),
    ),
  ],
  drop: ({ attributes: a }) => [
    ddl(`ALTER TABLE ${a.relation} DROP COLUMN ${a.name}`, {
      lock: 'ACCESS EXCLUSIVE',
      ...(a.generated === null
        ? {
            loses: `the values of ${a.relation}.${a.name}`,
            dangers: [
              {
                code: 'D102',
                message: `drops column ${a.relation}.${a.name} with its values`,
                remedy: 'stop using it first; drop it in a later release',
                blocking: true,
              },
            ],
          }
        : {}),
    }),
  ],
  adapt: (object, replaced: DbObject) => {
    const a = object.attributes;
    if (a.generated !== null) return null;
    const text = a.type.endsWith('[]') ? 'text[]' : 'text';
    return [
      alter(object, `TYPE ${a.type} USING ${a.name}::${text}::${a.type}`, {
        work: 'rewrite',
        disturbs: 'rewrites',
        why: `${a.relation}.${a.name} follows the new ${replaced.reference}.`,
        dangers: [
          {
            code: 'A201',
            message: `rewrites table ${a.relation} to follow type ${replaced.reference}`,
            blocking: true,
          },
          { code: 'F304', message: `fails if a value of ${a.relation}.${a.name} does not exist in the new type` },
        ],
        loses: `values of ${a.relation}.${a.name} that the new ${replaced.reference} lacks`,
      }),
    ];
  },
  onServer: (a, serverVersion) =>
    // Before 18 a NOT NULL has no name and no options.
    serverVersion >= 180000 || a.notNull === null
      ? a
      : { ...a, notNull: { name: null, noInherit: false, validated: true, local: true } },
  attributes: {
    relation: 'ignore',
    name: 'ignore',
    type: (change) => retype(change),
    collation: (change) => retype(change),
    notNull: (change, context) => setNotNull(change, context),
    identity: (change, context) => changeIdentity(change, context),
    generated: (change, context) => changeGenerated(change, context),
    storage: ({ after }, context) =>
      after.attributes.storage === null && context.serverVersion < 160000 ? [] : [storage(after)],
    compression: ({ after }) => [compression(after)],
    statistics: ({ after }) => [statistics(after)],
    options: ({ before, after }) =>
      optionChanges(before.attributes.options, after.attributes.options).map((change) =>
        alter(after, change, { lock: 'SHARE UPDATE EXCLUSIVE' }),
      ),
    local: 'ignore',
    partition: 'ignore',
    position: 'ignore',
  },
});

/** Column privileges belong to the relation's; see introspect. */
function grantsOrNullColumn(): string {
  return `(SELECT json_agg(json_build_array(
             CASE WHEN e.grantee = c.relowner THEN '@owner' WHEN e.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(e.grantee) END,
             e.privilege_type, e.is_grantable)) FROM aclexplode(CASE WHEN cardinality(a.attacl) > 0 THEN a.attacl END) e)`;
}

function notNullSql(version: number): string {
  if (version < 180000) {
    return `CASE WHEN a.attnotnull THEN json_build_object('name', NULL, 'noInherit', false, 'validated', true, 'local', true) END`;
  }
  return `CASE WHEN a.attnotnull THEN coalesce((
             SELECT json_build_object('name', CASE WHEN k.conname <> c.relname || '_' || a.attname || '_not_null'
                                                   THEN quote_ident(k.conname) END,
                      'noInherit', k.connoinherit, 'validated', k.convalidated, 'local', k.conislocal)
               FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'n' AND k.conkey = ARRAY[a.attnum]),
             json_build_object('name', NULL, 'noInherit', false, 'validated', true, 'local', true)) END`;
}
