import type { DbObject } from '../catalog/catalog.ts';
import { identifiersIn } from '../catalog/mentions.ts';
import { qualifiedName } from '../sql/identifiers.ts';
import { ddl, defineKind, type Rule } from './kind.ts';
import { catalog, grantsOrNull, roleName, userNamespace } from './shared/catalog-sql.ts';

type Routine = {
  /** pg_get_functiondef(): a whole CREATE OR REPLACE statement. */
  readonly definition: string;
  readonly result: string | null;
  /** The columns of a result that OUT arguments or TABLE describe. */
  readonly columns: string | null;
  readonly names: readonly string[];
  readonly defaults: number;
  readonly window: boolean;
  readonly securityDefiner: boolean;
};

/** `app.f(integer, text)`: input argument types only, as DROP and COMMENT want them. */
export const signature = (namespace: string, procedure: string): string =>
  `format('%I.%I(%s)', ${namespace}.nspname, ${procedure}.proname, pg_catalog.oidvectortypes(${procedure}.proargtypes))`;

/** Words that are no keywords before 16, so that older servers do not quote them, and that newer ones take for types. */
const LATER_KEYWORDS =
  'json|json_array|json_arrayagg|json_exists|json_object|json_objectagg|json_query|json_scalar|json_serialize|json_table|json_value|merge_action';

/** pg_get_functiondef() with arguments of such names quoted, as newer servers do. */
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
      dangers: [{ code: 'C407', message: `${after.reference} behaves differently` }],
    }),
  ],
  result: 'replace',
  columns: 'replace',
  // CREATE OR REPLACE can name an unnamed argument; it can't rename one (manual, CREATE FUNCTION, Notes).
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

/** A new routine must not overwrite one that somebody made meanwhile. */
const firstDefinition = ({ definition }: Routine): string =>
  definition.trimEnd().replace(/^CREATE OR REPLACE /, 'CREATE ');

const dangerOf = (object: { readonly reference: string; readonly attributes: Routine }) =>
  object.attributes.securityDefiner && !/\n SET search_path TO/.test(object.attributes.definition)
    ? [
        {
          code: 'S503',
          message: `${object.reference} is SECURITY DEFINER without a search_path of its own`,
          remedy: "add SET search_path = '' and qualify the names in its body",
        },
      ]
    : [];

export const routineFunction = defineKind<Routine>({
  name: 'function',
  keyword: 'FUNCTION',
  folder: 'routines',
  privileges: { keyword: 'FUNCTION', letter: 'f' },
  query: query("'f', 'w'"),
  slots: ({ reference }) => [`routine ${reference}`],
  callName: nameOfRoutine,
  mentions: ({ attributes }) => identifiersIn(attributes.definition),
  create: (object) => [ddl(firstDefinition(object.attributes), { dangers: dangerOf(object) })],
  drop: ({ reference }) => [
    ddl(`DROP FUNCTION ${reference}`, { dangers: [{ code: 'C402', message: `callers of ${reference} fail` }] }),
  ],
  attributes,
});

export const procedure = defineKind<Routine>({
  name: 'procedure',
  keyword: 'PROCEDURE',
  folder: 'routines',
  privileges: { keyword: 'PROCEDURE', letter: 'f' },
  query: query("'p'"),
  slots: ({ reference }) => [`routine ${reference}`],
  callName: nameOfRoutine,
  mentions: ({ attributes }) => identifiersIn(attributes.definition),
  create: (object) => [ddl(firstDefinition(object.attributes), { dangers: dangerOf(object) })],
  drop: ({ reference }) => [
    ddl(`DROP PROCEDURE ${reference}`, { dangers: [{ code: 'C402', message: `callers of ${reference} fail` }] }),
  ],
  attributes,
});
