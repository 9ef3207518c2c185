import { quoteLiteral } from '../sql/identifiers.ts';
import { type Draft, ddl, defineKind, type Typed } from './kind.ts';
import { catalog, grantsOrNull, roleName, userNamespace } from './shared/catalog-sql.ts';

/** pg_aggregate, each part as it stands in CREATE AGGREGATE; null where it is the default. */
type Aggregate = {
  readonly arguments: string;
  readonly result: string;
  readonly parts: { readonly [name: string]: string | null };
};

const proc = (oid: string): string => `(
  SELECT format('%I.%I', fn.nspname, f.proname) FROM pg_proc f JOIN pg_namespace fn ON fn.oid = f.pronamespace
   WHERE f.oid = ${oid}::oid)`;

/** Whether the final function may change the state; the default differs for ordered-set aggregates. */
const modify = (column: string): string => `
  CASE WHEN ${column} <> CASE WHEN a.aggkind = 'n' THEN 'r' ELSE 'w' END
       THEN CASE ${column} WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END`;

const flag = (condition: string): string => `CASE WHEN ${condition} THEN '' END`;

const PARTS: readonly (readonly [string, string])[] = [
  ['SFUNC', proc('a.aggtransfn')],
  ['STYPE', 'format_type(a.aggtranstype, NULL)'],
  ['SSPACE', 'nullif(a.aggtransspace, 0)::text'],
  ['FINALFUNC', proc('a.aggfinalfn')],
  ['FINALFUNC_EXTRA', flag('a.aggfinalextra')],
  ['FINALFUNC_MODIFY', `CASE WHEN a.aggfinalfn <> 0 THEN ${modify('a.aggfinalmodify')} END`],
  ['COMBINEFUNC', proc('a.aggcombinefn')],
  ['SERIALFUNC', proc('a.aggserialfn')],
  ['DESERIALFUNC', proc('a.aggdeserialfn')],
  ['INITCOND', 'a.agginitval'],
  ['MSFUNC', proc('a.aggmtransfn')],
  ['MINVFUNC', proc('a.aggminvtransfn')],
  ['MSTYPE', 'CASE WHEN a.aggmtranstype <> 0 THEN format_type(a.aggmtranstype, NULL) END'],
  ['MSSPACE', 'nullif(a.aggmtransspace, 0)::text'],
  ['MFINALFUNC', proc('a.aggmfinalfn')],
  ['MFINALFUNC_EXTRA', flag('a.aggmfinalextra')],
  ['MFINALFUNC_MODIFY', `CASE WHEN a.aggmfinalfn <> 0 THEN ${modify('a.aggmfinalmodify')} END`],
  ['MINITCOND', 'a.aggminitval'],
  [
    'SORTOP',
    `(SELECT format('OPERATOR(%I.%s)', o.nspname, op.oprname) FROM pg_operator op
        JOIN pg_namespace o ON o.oid = op.oprnamespace WHERE op.oid = a.aggsortop)`,
  ],
  ['PARALLEL', "CASE p.proparallel WHEN 's' THEN 'SAFE' WHEN 'r' THEN 'RESTRICTED' END"],
  ['HYPOTHETICAL', flag("a.aggkind = 'h'")],
];

function definition(object: Typed<Aggregate>, replace: boolean): Draft {
  const { arguments: inputs, parts } = object.attributes;
  const name = object.reference.slice(0, object.reference.lastIndexOf('('));
  const lines = PARTS.flatMap(([part]) => {
    const value = parts[part];
    if (value === null || value === undefined) return [];
    if (part === 'INITCOND' || part === 'MINITCOND') return [`${part} = ${quoteLiteral(value)}`];
    return [value === '' ? part : `${part} = ${value}`];
  });
  return ddl(
    `CREATE ${replace ? 'OR REPLACE ' : ''}AGGREGATE ${baseName(name)}(${inputs === '' ? '*' : inputs}) (\n    ${lines.join(',\n    ')}\n)`,
  );
}

/** `schema.name` of a reference such as `app.agg(integer ORDER BY text)`. */
const baseName = (name: string): string => name.replace(/\(.*$/s, '');

export const aggregate = defineKind<Aggregate>({
  name: 'aggregate',
  keyword: 'AGGREGATE',
  folder: 'routines',
  privileges: { keyword: 'FUNCTION', letter: 'f' },
  query: () => `
    SELECT ${catalog('pg_proc')} AS classid, p.oid AS objid, 0 AS objsubid, n.nspname AS namespace,
           format('%I.%I(%s)', n.nspname, p.proname,
                  CASE WHEN p.pronargs = 0 THEN '*' ELSE pg_get_function_identity_arguments(p.oid) END) AS reference,
           ${roleName('p.proowner')} AS owner, ${grantsOrNull('p.proacl', 'p.proowner')} AS grants,
           pg_get_function_arguments(p.oid) AS arguments, pg_get_function_result(p.oid) AS result,
           json_build_object(${PARTS.map(([part, sql]) => `'${part}', ${sql}`).join(',\n             ')}) AS parts
      FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE ${userNamespace('n')}`,
  slots: ({ reference }) => [`routine ${reference}`],
  create: (object) => [definition(object, false)],
  drop: ({ reference }) => [
    ddl(`DROP AGGREGATE ${reference}`, { dangers: [{ code: 'C402', message: `queries that use ${reference} fail` }] }),
  ],
  attributes: {
    arguments: 'replace',
    result: 'replace',
    parts: ({ before, after }) =>
      before.attributes.parts['HYPOTHETICAL'] === after.attributes.parts['HYPOTHETICAL']
        ? [definition(after, true)]
        : 'replace',
  },
});
