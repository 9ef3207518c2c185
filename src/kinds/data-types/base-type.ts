// The kind base type: CREATE TYPE with input and output functions, and shell types (catalog pg_type, typtype b and p).
import { quoteLiteral } from '../../sql/identifiers.ts';
import { mentionsName } from '../../sql/statement-words.ts';
import { type Alteration, type Draft, ddl, defineKind, type Sides, type Typed, takes } from '../kind.ts';
import { isColumn } from '../relations/family.ts';
import { functionName, typeHead, userNamespace } from '../shared/catalog-sql.ts';
import { routineName } from '../shared/member-sql.ts';

/** The options of CREATE TYPE, each as the statement spells it; null for the default. */
type BaseType = {
  /** A shell type: CREATE TYPE name, without a definition. */
  readonly shell: boolean;
  readonly input: string | null;
  readonly output: string | null;
  readonly receive: string | null;
  readonly send: string | null;
  readonly typmodIn: string | null;
  readonly typmodOut: string | null;
  readonly analyze: string | null;
  readonly subscript: string | null;
  /** pg_type.typlen, or VARIABLE. */
  readonly length: string | null;
  readonly passedByValue: boolean;
  readonly alignment: string | null;
  readonly storage: string | null;
  readonly category: string | null;
  readonly preferred: boolean;
  readonly default: string | null;
  readonly element: string | null;
  readonly delimiter: string | null;
  readonly collatable: boolean;
};

/** The word in CREATE TYPE for each attribute, in pg_dump's order. */
const WORDS: readonly (readonly [keyof BaseType, string])[] = [
  ['length', 'INTERNALLENGTH'],
  ['input', 'INPUT'],
  ['output', 'OUTPUT'],
  ['receive', 'RECEIVE'],
  ['send', 'SEND'],
  ['typmodIn', 'TYPMOD_IN'],
  ['typmodOut', 'TYPMOD_OUT'],
  ['analyze', 'ANALYZE'],
  ['subscript', 'SUBSCRIPT'],
  ['collatable', 'COLLATABLE'],
  ['default', 'DEFAULT'],
  ['element', 'ELEMENT'],
  ['category', 'CATEGORY'],
  ['preferred', 'PREFERRED'],
  ['delimiter', 'DELIMITER'],
  ['alignment', 'ALIGNMENT'],
  ['storage', 'STORAGE'],
  ['passedByValue', 'PASSEDBYVALUE'],
];

const LITERALS: ReadonlySet<keyof BaseType> = new Set(['default', 'category', 'delimiter']);

function definition({ reference, attributes }: Typed<BaseType>): Draft {
  if (attributes.shell) return ddl(`CREATE TYPE ${reference}`);
  const lines = WORDS.flatMap(([name, word]) => {
    const value = attributes[name];
    if (value === null || value === false) return [];
    if (value === true) return [`${word} = true`];
    return [`${word} = ${LITERALS.has(name) ? quoteLiteral(value) : value}`];
  });
  return ddl(`CREATE TYPE ${reference} (\n    ${lines.join(',\n    ')}\n)`);
}

const IN_PLACE: readonly (keyof BaseType)[] = [
  'receive',
  'send',
  'typmodIn',
  'typmodOut',
  'analyze',
  'subscript',
  'storage',
];

/** One ALTER TYPE … SET for all options that it can change; CREATE TYPE to define a shell type; else a new type. */
function change(
  { before, after }: Alteration<BaseType>,
  changed: readonly (keyof BaseType)[],
  context: Sides,
): readonly Draft[] | 'replace' {
  if (after.attributes.shell) return 'replace';
  if (before.attributes.shell) return [definition(after)];
  const storage = changed.includes('storage') && after.attributes.storage;
  // ALTER TYPE refuses STORAGE = plain: existing values may be compressed or out of line (AlterType in typecmds.c).
  if (storage === 'plain' || changed.some((name) => !IN_PLACE.includes(name))) return 'replace';
  const settings = changed.map((name) => {
    const word = WORDS.find(([attribute]) => attribute === name)?.[1] ?? '';
    return `${word} = ${after.attributes[name] ?? 'NONE'}`;
  });
  return [
    ddl(`ALTER TYPE ${after.reference} SET (${settings.join(', ')})`),
    ...(storage ? columnStorage(before, storage, context) : []),
  ];
}

/**
 * pg_attribute.attstorage is copied from the type when the column is created, so ALTER TYPE does not change columns.
 */
function columnStorage(type: Typed<BaseType>, storage: string, context: Sides): Draft[] {
  return context.after.dependents(type.key).flatMap((key) => {
    const [before, after] = [context.before.get(key), context.after.get(key)];
    if (!isColumn(before) || !isColumn(after) || after.parent === null) return [];
    if (before.attributes.storage !== null || after.attributes.storage !== null) return [];
    const { relation, name } = after.attributes;
    return [
      ddl(`ALTER TABLE ${relation} ALTER COLUMN ${name} SET STORAGE ${storage.toUpperCase()}`, {
        lock: 'ACCESS EXCLUSIVE',
        on: after.parent,
        why: `Sets the storage of table column ${relation}.${name} to the new default of its type.`,
      }),
    ];
  });
}

export const baseType = defineKind<BaseType>({
  name: 'base type',
  keyword: 'TYPE',
  folder: 'ddl',
  words: {
    statements: { AlterTypeStmt: { mentions: mentionsName('type', 'typeName') } },
    types: { type: { objectTypes: ['OBJECT_TYPE'] } },
    catalogs: { pg_type: "NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = x.typrelid AND c.relkind = 't')" },
    // A shell type first, then its input and output functions, then the type; the stand-in stores values as text.
    memberStatements: `
      SELECT 1, t.oid, 'CREATE TYPE ' || t.name FROM types t WHERE t.typtype = 'b'
      UNION ALL
      SELECT 3, t.oid, 'CREATE TYPE ' || t.name || ' (INPUT = ' || ${routineName('t.typinput')} || ', OUTPUT = ' || ${routineName('t.typoutput')}
               || CASE WHEN t.typmodin <> 0 THEN ', TYPMOD_IN = ' || ${routineName('t.typmodin')} ELSE '' END
               || ', INTERNALLENGTH = VARIABLE, STORAGE = extended, CATEGORY = ' || quote_literal(t.typcategory::text)
               || ', PREFERRED = ' || t.typispreferred || ', DELIMITER = ' || quote_literal(t.typdelim::text)
               || ', COLLATABLE = ' || (t.typcollation <> 0) || ')'
        FROM types t WHERE t.typtype = 'b'`,
  },
  privileges: { keyword: 'TYPE', letter: 'T' },
  query: () => `${typeHead}, NOT t.typisdefined AS shell,
           ${functionName('t.typinput')} AS input, ${functionName('t.typoutput')} AS output,
           ${functionName('t.typreceive')} AS receive, ${functionName('t.typsend')} AS send,
           ${functionName('t.typmodin')} AS "typmodIn", ${functionName('t.typmodout')} AS "typmodOut",
           ${functionName('t.typanalyze')} AS analyze, ${functionName('t.typsubscript')} AS subscript,
           CASE WHEN NOT t.typisdefined THEN NULL WHEN t.typlen < 0 THEN 'VARIABLE' ELSE t.typlen::text END AS length,
           t.typisdefined AND t.typbyval AS "passedByValue",
           CASE WHEN t.typisdefined
                THEN CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'd' THEN 'double' ELSE 'int4' END END
             AS alignment,
           CASE WHEN t.typisdefined
                THEN CASE t.typstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended' END END
             AS storage,
           CASE WHEN t.typisdefined THEN nullif(t.typcategory, 'U') END AS category,
           t.typisdefined AND t.typispreferred AS preferred,
           t.typdefault AS default, CASE WHEN t.typelem <> 0 THEN format_type(t.typelem, NULL) END AS element,
           CASE WHEN t.typisdefined THEN nullif(t.typdelim, ',') END AS delimiter, t.typcollation <> 0 AS collatable
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
     WHERE t.typtype IN ('b', 'p') AND ${userNamespace('n')} AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)`,
  resources: ({ reference }) => takes(`type ${reference}`),
  shell: ({ reference, attributes }) =>
    attributes.shell
      ? null
      : ddl(`CREATE TYPE ${reference}`, {
          why: `Creates shell type ${reference}, so that its input and output functions can name the type.`,
        }),
  create: (object) => [definition(object)],
  drop: ({ key, reference }, context) => {
    const takes = context.before.circular(key);
    return [
      ddl(`DROP TYPE ${reference}${takes.length > 0 ? ' CASCADE' : ''}`, {
        ...(takes.length > 0
          ? { why: `Drops base type ${reference} together with its input and output functions.` }
          : {}),
      }),
    ];
  },
  alter: change,
  attributes: {
    shell: 'alter',
    input: 'alter',
    output: 'alter',
    receive: 'alter',
    send: 'alter',
    typmodIn: 'alter',
    typmodOut: 'alter',
    analyze: 'alter',
    subscript: 'alter',
    length: 'alter',
    passedByValue: 'alter',
    alignment: 'alter',
    storage: 'alter',
    category: 'alter',
    preferred: 'alter',
    default: 'alter',
    element: 'alter',
    delimiter: 'alter',
    collatable: 'alter',
  },
});
