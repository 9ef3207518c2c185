// The kinds function and procedure: CREATE FUNCTION and CREATE PROCEDURE (catalog pg_proc).
import type { DbObject } from '../../catalog/catalog.ts';
import { identifiersIn } from '../../catalog/mentions.ts';
import { qualifiedName } from '../../sql/identifiers.ts';
import { definesName, mentionsInOptions } from '../../sql/statement-words.ts';
import { ddl, defineKind, type Resource, type Rule, type Typed, takes } from '../kind.ts';
import { catalog, grantsOrNull, roleName, userNamespace } from '../shared/catalog-sql.ts';
import { definitionMeaning } from '../shared/setting-values.ts';

type Routine = {
  /** pg_get_functiondef(): a whole CREATE OR REPLACE statement. */
  readonly definition: string;
  readonly result: string | null;
  /** The result columns that OUT arguments or RETURNS TABLE define. */
  readonly columns: string | null;
  readonly names: readonly string[];
  readonly defaults: number;
  readonly window: boolean;
  readonly securityDefiner: boolean;
};

/** `app.f(integer, text)`: types of input arguments only, as DROP and COMMENT take them. */
export const signature = (namespace: string, procedure: string): string =>
  `format('%I.%I(%s)', ${namespace}.nspname, ${procedure}.proname, pg_catalog.oidvectortypes(${procedure}.proargtypes))`;

/** Words that are key words since PostgreSQL 16: older servers print them unquoted, and newer ones then read types. */
const LATER_KEYWORDS =
  'json|json_array|json_arrayagg|json_exists|json_object|json_objectagg|json_query|json_scalar|json_serialize|json_table|json_value|merge_action';

/** pg_get_functiondef() with arguments of these names quoted, as newer servers print them. */
const definitionSql = `CASE WHEN p.proargnames && string_to_array('${LATER_KEYWORDS}', '|')
                THEN regexp_replace(pg_get_functiondef(p.oid), '([(,] ?(?:IN |OUT |INOUT |VARIADIC )?)(${LATER_KEYWORDS})(?= (?!DEFAULT ))', '\\1"\\2"', 'g')
                ELSE pg_get_functiondef(p.oid) END`;

const query = (kinds: string) => () =>
  `
    SELECT ${catalog('pg_proc')} AS classid, p.oid AS objid, 0 AS objsubid, p.proname AS objname, n.nspname AS namespace,
           ${signature('n', 'p')} AS reference, ${roleName('p.proowner')} AS owner,
           ${grantsOrNull('p.proacl', 'p.proowner')} AS grants,
           ${definitionSql} AS definition, pg_get_function_result(p.oid) AS result,
           (SELECT string_agg(concat_ws(' ', p.proargnames[a.place], format_type(a.type, NULL)), ', ' ORDER BY a.place)
              FROM unnest(p.proallargtypes) WITH ORDINALITY a(type, place)
             WHERE p.prorettype = 'pg_catalog.record'::regtype AND p.proargmodes[a.place] IN ('o', 'b', 't')) AS columns,
           coalesce(to_json(p.proargnames), '[]') AS names, p.pronargdefaults AS defaults, p.prokind = 'w' AS window,
           p.prosecdef AS "securityDefiner"
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE p.prokind IN (${kinds}) AND ${userNamespace('n')}`;

const attributes: { readonly [A in keyof Routine]: Rule<Routine> } = {
  definition: ({ after }) => [
    ddl(after.attributes.definition.trimEnd(), {
      hazards: [{ code: 'C407', message: `changes the behavior of ${after.reference}` }],
    }),
  ],
  result: 'replace',
  columns: 'replace',
  // CREATE OR REPLACE can name an unnamed argument, but can't rename an argument (manual, CREATE FUNCTION, Notes).
  names: ({ before, after }) =>
    before.attributes.names.every((name, index) => name === '' || after.attributes.names[index] === name)
      ? []
      : 'replace',
  defaults: ({ before, after }) => (after.attributes.defaults < before.attributes.defaults ? 'replace' : []),
  window: 'replace',
  securityDefiner: 'ignore',
};

/** `app.f` of `app.f(integer)`. */
export const nameOfRoutine = ({ namespace, name }: DbObject): string => qualifiedName(namespace, name);

const resourcesOf = (object: Typed<Routine>): readonly Resource[] => [
  ...takes(`routine ${object.reference}`),
  { use: 'answers', name: nameOfRoutine(object) },
  ...identifiersIn(object.attributes.definition).map((name) => ({ use: 'mentions' as const, name })),
];

/** CREATE without OR REPLACE, so that a new routine can't overwrite one that another session created meanwhile. */
const meaning = (a: Routine) => ({ ...a, definition: definitionMeaning(a.definition) });

const firstDefinition = ({ definition }: Routine): string =>
  definition.trimEnd().replace(/^CREATE OR REPLACE /, 'CREATE ');

const hazardDraftsOf = (object: { readonly reference: string; readonly attributes: Routine }) =>
  object.attributes.securityDefiner && !/\n SET search_path TO/.test(object.attributes.definition)
    ? [
        {
          code: 'S503',
          message: `${object.reference} is SECURITY DEFINER without a search_path of its own`,
          remedy: "add SET search_path = '' and qualify the names in its body",
        },
      ]
    : [];

/** The body of a stand-in whose signature SQL functions can't have (pseudo-types of C): every call raises an error. */
const ERRING = 'suppress_redundant_updates_trigger';

export const routineFunction = defineKind<Routine>({
  name: 'function',
  keyword: 'FUNCTION',
  folder: 'routines',
  words: {
    statements: {
      CreateFunctionStmt: {
        defines: (node, at) =>
          definesName(node['is_procedure'] === true ? 'procedure' : 'function', 'funcname')(node, at),
        mentions: mentionsInOptions({ language: 'language' }),
        touchesNamedOnly: true,
      },
      AlterFunctionStmt: {},
    },
    types: {
      function: { objectTypes: ['OBJECT_FUNCTION', 'OBJECT_ROUTINE'], namespace: 'routine', allInSchema: true },
    },
    catalogs: { pg_proc: 'true' },
    // An empty body where the signature allows that. A function from a type to the same type returns its argument.
    memberStatements: `
      SELECT CASE WHEN io."as" IS NULL THEN 4 ELSE 2 END, p.oid,
             'CREATE ' || CASE p.prokind WHEN 'p' THEN 'PROCEDURE ' ELSE 'FUNCTION ' END || p.name
               || '(' || pg_get_function_arguments(p.oid) || ')'
               || CASE WHEN p.prokind = 'p' THEN '' ELSE ' RETURNS ' || pg_get_function_result(p.oid)
                    || CASE p.provolatile WHEN 'i' THEN ' IMMUTABLE' WHEN 's' THEN ' STABLE' ELSE '' END
                    || CASE WHEN p.proisstrict THEN ' STRICT' ELSE '' END END
               || CASE WHEN io."as" IS NOT NULL OR c.pseudo OR p.prokind = 'w' THEN
                    CASE WHEN p.prokind = 'w' THEN ' WINDOW' ELSE '' END || ' LANGUAGE internal AS '
                    || quote_literal(CASE WHEN p.prokind = 'w' THEN 'window_row_number' ELSE coalesce(io."as", h.handler, s."as", '${ERRING}') END)
                  ELSE ' LANGUAGE plpgsql AS ' || quote_literal(CASE
                    WHEN p.prorettype = 'pg_catalog.trigger'::pg_catalog.regtype THEN 'BEGIN RETURN NEW; END'
                    WHEN p.proretset THEN 'BEGIN RETURN; END'
                    WHEN p.prokind = 'p' OR p.proargmodes IS NOT NULL
                      OR p.prorettype IN ('pg_catalog.void'::pg_catalog.regtype, 'pg_catalog.event_trigger'::pg_catalog.regtype) THEN 'BEGIN END'
                    WHEN p.prorettype = p.proargtypes[0] THEN 'BEGIN RETURN $1; END'
                    ELSE 'BEGIN RETURN NULL; END' END) END
        FROM routines p
        LEFT JOIN LATERAL (
          SELECT CASE p.oid WHEN t.typinput THEN 'textin' WHEN t.typoutput THEN 'textout' ELSE 'hashvarlena' END AS "as"
            FROM types t WHERE p.oid IN (t.typinput, t.typoutput, t.typmodin) AND t.typtype = 'b' LIMIT 1) io ON true
        LEFT JOIN handlers h ON h.type = format_type(p.prorettype, NULL)
        LEFT JOIN LATERAL (
          SELECT nullif(min(s."as"), '') AS "as" FROM pg_amproc ap JOIN pg_opfamily f ON f.oid = ap.amprocfamily JOIN pg_am am ON am.oid = f.opfmethod
            JOIN support s ON s.method = am.amname AND s.number = ap.amprocnum WHERE ap.amproc = p.oid) s ON true
        CROSS JOIN LATERAL (
          SELECT coalesce(bool_or(pt.typtype = 'p' AND pt.typname IN ('internal', 'cstring', '_cstring', 'any') OR pt.typname ~ '_handler$' AND pt.typtype = 'p'), false)
                 OR (s."as" IS NOT NULL) AS pseudo
            FROM pg_type pt WHERE pt.oid = p.prorettype OR pt.oid = ANY (p.proargtypes)) c
       WHERE p.prokind <> 'a'`,
  },
  privileges: { keyword: 'FUNCTION', letter: 'f' },
  query: query("'f', 'w'"),
  meaning,
  resources: resourcesOf,
  create: (object) => [ddl(firstDefinition(object.attributes), { hazards: hazardDraftsOf(object) })],
  drop: ({ reference }) => [
    ddl(`DROP FUNCTION ${reference}`, { hazards: [{ code: 'C402', message: `callers of ${reference} fail` }] }),
  ],
  attributes,
});

export const procedure = defineKind<Routine>({
  name: 'procedure',
  keyword: 'PROCEDURE',
  folder: 'routines',
  words: {
    types: { procedure: { objectTypes: ['OBJECT_PROCEDURE'], namespace: 'routine', allInSchema: true } },
  },
  privileges: { keyword: 'PROCEDURE', letter: 'f' },
  query: query("'p'"),
  meaning,
  resources: resourcesOf,
  create: (object) => [ddl(firstDefinition(object.attributes), { hazards: hazardDraftsOf(object) })],
  drop: ({ reference }) => [
    ddl(`DROP PROCEDURE ${reference}`, { hazards: [{ code: 'C402', message: `callers of ${reference} fail` }] }),
  ],
  attributes,
});
