// The kind aggregate: CREATE AGGREGATE (catalogs pg_proc and pg_aggregate).
import { quoteLiteral } from '../../sql/identifiers.ts';
import { type Draft, ddl, defineKind, type Typed, takes } from '../kind.ts';
import { catalog, functionName, grantsOrNull, operatorName, roleName, userNamespace } from '../shared/catalog-sql.ts';
import { routineName } from '../shared/member-sql.ts';
import { nameOfRoutine, signature } from './routine.ts';

/** The columns of pg_aggregate, each as CREATE AGGREGATE spells the option; null for the default. */
type Aggregate = {
  /** The name with the types of the input arguments only, as functions and procedures have it. */
  readonly signature: string;
  readonly arguments: string;
  readonly result: string;
  readonly parts: { readonly [name: string]: string | null };
};

/** Whether the final function may change the state; the default differs for ordered-set aggregates. */
const modify = (column: string): string => `
  CASE WHEN ${column} <> CASE WHEN a.aggkind = 'n' THEN 'r' ELSE 'w' END
       THEN CASE ${column} WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END`;

const flag = (condition: string): string => `CASE WHEN ${condition} THEN 'true' END`;

const FLAGS: ReadonlySet<string> = new Set(['FINALFUNC_EXTRA', 'MFINALFUNC_EXTRA', 'HYPOTHETICAL']);
const LITERALS: ReadonlySet<string> = new Set(['INITCOND', 'MINITCOND']);

const PARTS: readonly (readonly [string, string])[] = [
  ['SFUNC', functionName('a.aggtransfn::oid')],
  ['STYPE', 'format_type(a.aggtranstype, NULL)'],
  ['SSPACE', 'nullif(a.aggtransspace, 0)::text'],
  ['FINALFUNC', functionName('a.aggfinalfn::oid')],
  ['FINALFUNC_EXTRA', flag('a.aggfinalextra')],
  ['FINALFUNC_MODIFY', `CASE WHEN a.aggfinalfn <> 0 THEN ${modify('a.aggfinalmodify')} END`],
  ['COMBINEFUNC', functionName('a.aggcombinefn::oid')],
  ['SERIALFUNC', functionName('a.aggserialfn::oid')],
  ['DESERIALFUNC', functionName('a.aggdeserialfn::oid')],
  ['INITCOND', 'a.agginitval'],
  ['MSFUNC', functionName('a.aggmtransfn::oid')],
  ['MINVFUNC', functionName('a.aggminvtransfn::oid')],
  ['MSTYPE', 'CASE WHEN a.aggmtranstype <> 0 THEN format_type(a.aggmtranstype, NULL) END'],
  ['MSSPACE', 'nullif(a.aggmtransspace, 0)::text'],
  ['MFINALFUNC', functionName('a.aggmfinalfn::oid')],
  ['MFINALFUNC_EXTRA', flag('a.aggmfinalextra')],
  ['MFINALFUNC_MODIFY', `CASE WHEN a.aggmfinalfn <> 0 THEN ${modify('a.aggmfinalmodify')} END`],
  ['MINITCOND', 'a.aggminitval'],
  ['SORTOP', operatorName('a.aggsortop')],
  ['PARALLEL', "CASE p.proparallel WHEN 's' THEN 'SAFE' WHEN 'r' THEN 'RESTRICTED' END"],
  ['HYPOTHETICAL', flag("a.aggkind = 'h'")],
];

function definition(object: Typed<Aggregate>, replace: boolean): Draft {
  const { arguments: inputs, parts } = object.attributes;
  const lines = PARTS.flatMap(([part]) => {
    const value = parts[part];
    if (value === null || value === undefined) return [];
    if (FLAGS.has(part)) return [part];
    return [`${part} = ${LITERALS.has(part) ? quoteLiteral(value) : value}`];
  });
  return ddl(
    `CREATE ${replace ? 'OR REPLACE ' : ''}AGGREGATE ${nameOfRoutine(object)}(${inputs === '' ? '*' : inputs}) (\n    ${lines.join(',\n    ')}\n)`,
  );
}

export const aggregate = defineKind<Aggregate>({
  name: 'aggregate',
  keyword: 'AGGREGATE',
  folder: 'routines',
  words: {
    types: { aggregate: { objectTypes: ['OBJECT_AGGREGATE'], namespace: 'routine', allInSchema: true } },
    memberStatements: `
      SELECT 5, p.oid, 'CREATE AGGREGATE ' || p.name || '(' || CASE WHEN p.pronargs = 0 THEN '*' ELSE pg_get_function_arguments(p.oid) END
               || ') (SFUNC = ' || ${routineName('g.aggtransfn')} || ', STYPE = ' || format_type(g.aggtranstype, NULL)
               || CASE WHEN g.aggfinalfn <> 0 THEN ', FINALFUNC = ' || ${routineName('g.aggfinalfn')} || CASE WHEN g.aggfinalextra THEN ', FINALFUNC_EXTRA' ELSE '' END ELSE '' END
               || CASE WHEN g.agginitval IS NOT NULL THEN ', INITCOND = ' || quote_literal(g.agginitval) ELSE '' END
               || CASE WHEN g.aggkind = 'h' THEN ', HYPOTHETICAL' ELSE '' END || ')'
        FROM routines p JOIN pg_aggregate g ON g.aggfnoid = p.oid`,
  },
  privileges: { keyword: 'FUNCTION', letter: 'f', name: ({ attributes }) => attributes.signature },
  query: () => `
    SELECT ${catalog('pg_proc')} AS classid, p.oid AS objid, 0 AS objsubid, p.proname AS objname, n.nspname AS namespace,
           format('%I.%I(%s)', n.nspname, p.proname,
                  CASE WHEN p.pronargs = 0 THEN '*' ELSE pg_get_function_identity_arguments(p.oid) END) AS reference,
           ${roleName('p.proowner')} AS owner, ${grantsOrNull('p.proacl', 'p.proowner')} AS grants,
           ${signature('n', 'p')} AS signature, pg_get_function_arguments(p.oid) AS arguments, pg_get_function_result(p.oid) AS result,
           json_build_object(${PARTS.map(([part, sql]) => `'${part}', ${sql}`).join(',\n             ')}) AS parts
      FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE ${userNamespace('n')}`,
  resources: (object) => [
    ...takes(`routine ${object.attributes.signature}`),
    { use: 'answers', name: nameOfRoutine(object) },
  ],
  create: (object) => [definition(object, false)],
  drop: ({ reference }) => [
    ddl(`DROP AGGREGATE ${reference}`, { hazards: [{ code: 'C402', message: `queries that use ${reference} fail` }] }),
  ],
  attributes: {
    signature: 'replace',
    arguments: 'replace',
    result: 'replace',
    parts: ({ before, after }) =>
      before.attributes.parts['HYPOTHETICAL'] === after.attributes.parts['HYPOTHETICAL']
        ? [definition(after, true)]
        : 'replace',
  },
});
