// The kinds view and materialized view: CREATE [MATERIALIZED] VIEW (catalogs pg_class and pg_rewrite).

import type { DbObject } from '../../catalog/catalog.ts';
import { asNode, rangeName } from '../../sql/node.ts';
import { definesRange } from '../../sql/statement-words.ts';
import { type Draft, ddl, defineKind, type HazardDraft, type Rendering, type Typed, takes } from '../kind.ts';
import { catalog, grantsOrNull, qualified, roleName, userNamespace } from '../shared/catalog-sql.ts';
import { columns, NULLS, nameInSchema } from '../shared/member-sql.ts';
import { type Options, optionChanges, optionList } from '../shared/options.ts';
import { parameterMeaning } from '../shared/parameter-values.ts';
import { tableOptions, viewOptions } from '../shared/storage-parameters.ts';
import {
  columnComments,
  columnGrants,
  onlyAppends,
  sameColumns,
  type ViewColumn,
  viewColumns,
} from './view-columns.ts';
import { changeViewTuning, type ViewTuning, viewTuning } from './view-tuning.ts';

type View = {
  readonly columns: readonly ViewColumn[];
  readonly definition: string;
  readonly options: Options | null;
};

/**
 * The option list is always written: CREATE OR REPLACE VIEW without it resets all options, such as security_invoker.
 */
function createView(object: Typed<View>, replace: boolean, former: DbObject | undefined): Draft {
  const a = object.attributes;
  const withOptions = a.options === null ? '' : ` WITH ${optionList(a.options)}`;
  return ddl(`CREATE ${replace ? 'OR REPLACE ' : ''}VIEW ${object.reference}${withOptions} AS\n${a.definition}`, {
    ...(replace ? { lock: 'ACCESS EXCLUSIVE' as const } : {}),
    hazards: [
      ...(replace || isChanged(former, object)
        ? [{ code: 'C406', message: `changes what view ${object.reference} returns` }]
        : []),
      ...security((former as Typed<View> | undefined)?.attributes, object),
    ],
  });
}

/** Whether a recreated view has another query or other columns. */
const isChanged = (former: DbObject | undefined, { attributes }: Typed<View>): boolean => {
  const before = (former as Typed<View> | undefined)?.attributes;
  return (
    before !== undefined &&
    (before.definition !== attributes.definition || !sameColumns(before.columns, attributes.columns))
  );
};

/** The options that decide whose privileges and policies apply, and which functions see rows that the view hides. */
const OF_SECURITY = ['security_invoker', 'security_barrier'] as const;

/** S505 where such an option changes; without the option more roles see more rows. */
function security(before: View | undefined, { reference, attributes }: Typed<View>): HazardDraft[] {
  if (before === undefined) return [];
  const on = (view: View, name: string): boolean => /^(true|on|yes|1)$/.test(view.options?.[name] ?? 'false');
  return OF_SECURITY.filter((name) => on(before, name) !== on(attributes, name)).map((name) => ({
    code: 'S505',
    message: on(before, name)
      ? `view ${reference} loses ${name}: queries on it bypass privileges, policies or filters that applied before`
      : `view ${reference} gets ${name}: other privileges, policies or filters apply to queries on it`,
    blocking: on(before, name),
  }));
}

export const view = defineKind<View>({
  name: 'view',
  keyword: 'VIEW',
  folder: 'ddl',
  words: {
    statements: { ViewStmt: { defines: definesRange('view', 'view'), touchesNamedOnly: true } },
    types: { view: { objectTypes: ['OBJECT_VIEW'], namespace: 'relation', allInSchema: true } },
    // A stand-in view has the names and types of the columns and no rows.
    memberStatements: `
      SELECT 4, c.oid, 'CREATE ' || CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END || 'VIEW ' || ${nameInSchema('n.nspname', 'c.relname')}
               || ' AS SELECT ' || coalesce(${columns('c.oid', NULLS)}, '')
        FROM relations c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm')`,
  },
  privileges: { keyword: 'TABLE', letter: 'r' },
  meaning: (a) => ({ ...a, options: parameterMeaning(a.options) }),
  query: () => `
    SELECT ${catalog('pg_class')} AS classid, c.oid AS objid, 0 AS objsubid, c.relname AS objname, n.nspname AS namespace,
           ${qualified('n.nspname', 'c.relname')} AS reference, ${roleName('c.relowner')} AS owner,
           ${grantsOrNull('c.relacl', 'c.relowner')} AS grants, ${columnGrants('c.oid', 'c.relowner')} AS "columnGrants",
           ${viewColumns('c.oid')} AS columns, rtrim(pg_get_viewdef(c.oid), ';') AS definition,
           ${viewOptions('c')} AS options
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'v' AND c.relpersistence <> 't' AND ${userNamespace('n')}`,
  since: [
    {
      major: 15,
      feature: 'security_invoker',
      uses: ({ attributes: { options } }) => options !== null && 'security_invoker' in options,
    },
  ],
  resources: ({ reference }) => takes(`relation ${reference}`, `type ${reference}`),
  create: (object, context) => [createView(object, false, context.before.get(object.key))],
  settings: (object) => columnComments(object.reference, [], object.attributes.columns),
  drop: ({ reference }) => [
    ddl(`DROP VIEW ${reference}`, {
      lock: 'ACCESS EXCLUSIVE',
      hazards: [{ code: 'C402', message: `queries that read view ${reference} fail` }],
    }),
  ],
  attributes: {
    columns: ({ before, after }) => {
      const [old, now] = [before.attributes.columns, after.attributes.columns];
      if (!onlyAppends(old, now)) return 'replace';
      return columnComments(after.reference, old, now);
    },
    definition: ({ before, after }) => [createView(after, true, before)],
    options: ({ before, after }) =>
      before.attributes.definition === after.attributes.definition
        ? optionChanges(before.attributes.options, after.attributes.options).map((change) =>
            ddl(`ALTER VIEW ${after.reference} ${change}`, {
              lock: 'ACCESS EXCLUSIVE',
              hazards: security(before.attributes, after),
            }),
          )
        : [createView(after, true, before)],
  },
});

type MaterializedView = View & {
  readonly tuning: readonly ViewTuning[];
  readonly populated: boolean;
  readonly accessMethod: string | null;
  readonly tablespace: string | null;
};

/**
 * Whether the view has rows is its state, not its definition: a dump says WITH NO DATA of every view. A recreated view has
 * rows if it had some.
 */
const isPopulated = ({ key, attributes }: Typed<MaterializedView>, { before }: Rendering): boolean =>
  attributes.populated || (before.get(key) as Typed<MaterializedView> | undefined)?.attributes.populated === true;

const rewriteView = (reference: string, change: string): Draft =>
  ddl(`ALTER MATERIALIZED VIEW ${reference} ${change}`, { lock: 'ACCESS EXCLUSIVE', work: 'rewrite' });

function createMaterializedView(object: Typed<MaterializedView>, context: Rendering): Draft {
  const { reference, attributes: a } = object;
  const sql = [
    `CREATE MATERIALIZED VIEW ${reference}`,
    a.accessMethod === null ? '' : ` USING ${a.accessMethod}`,
    a.options === null ? '' : ` WITH ${optionList(a.options)}`,
    a.tablespace === null ? '' : ` TABLESPACE ${a.tablespace}`,
    ` AS\n${a.definition}\n  WITH ${isPopulated(object, context) ? '' : 'NO '}DATA`,
  ].join('');
  return ddl(sql, { hazards: [{ code: 'P604', message: `runs the query of materialized view ${reference}` }] });
}

export const materializedView = defineKind<MaterializedView>({
  name: 'materialized view',
  keyword: 'MATERIALIZED VIEW',
  folder: 'ddl',
  words: {
    statements: {
      CreateTableAsStmt: {
        defines: (node, at) => [
          {
            type: node['objtype'] === 'OBJECT_MATVIEW' ? 'materialized view' : 'table',
            name: rangeName(asNode(node['into'])?.['rel']),
            at,
          },
        ],
      },
    },
    types: { 'materialized view': { objectTypes: ['OBJECT_MATVIEW'], namespace: 'relation', allInSchema: true } },
  },
  privileges: { keyword: 'TABLE', letter: 'r' },
  meaning: (a) => ({ ...a, options: parameterMeaning(a.options) }),
  query: () => `
    SELECT ${catalog('pg_class')} AS classid, c.oid AS objid, 0 AS objsubid, c.relname AS objname, n.nspname AS namespace,
           ${qualified('n.nspname', 'c.relname')} AS reference, ${roleName('c.relowner')} AS owner,
           ${grantsOrNull('c.relacl', 'c.relowner')} AS grants, ${columnGrants('c.oid', 'c.relowner')} AS "columnGrants",
           ${viewColumns('c.oid')} AS columns, rtrim(pg_get_viewdef(c.oid), ';') AS definition,
           ${tableOptions('c')} AS options, c.relispopulated AS populated, ${viewTuning('c.oid')} AS tuning,
           (SELECT quote_ident(am.amname) FROM pg_am am WHERE am.oid = c.relam AND am.amname <> 'heap') AS "accessMethod",
           (SELECT quote_ident(ts.spcname) FROM pg_tablespace ts WHERE ts.oid = c.reltablespace) AS tablespace
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'm' AND ${userNamespace('n')}`,
  resources: ({ reference }) => takes(`relation ${reference}`, `type ${reference}`),
  create: (object, context) => [createMaterializedView(object, context)],
  settings: ({ reference, attributes: a }, context) => [
    ...changeViewTuning(reference, [], a.tuning, context),
    ...columnComments(reference, [], a.columns),
  ],
  drop: ({ reference }) => [
    ddl(`DROP MATERIALIZED VIEW ${reference}`, {
      lock: 'ACCESS EXCLUSIVE',
      hazards: [{ code: 'A209', message: `blocks reads of materialized view ${reference} until it is recreated` }],
    }),
  ],
  attributes: {
    columns: ({ before, after }) => {
      const [old, now] = [before.attributes.columns, after.attributes.columns];
      if (!sameColumns(old, now)) return 'replace';
      return columnComments(after.reference, old, now);
    },
    definition: 'replace',
    options: ({ before, after }) =>
      optionChanges(before.attributes.options, after.attributes.options).map((change) =>
        ddl(`ALTER MATERIALIZED VIEW ${after.reference} ${change}`, { lock: 'SHARE UPDATE EXCLUSIVE' }),
      ),
    populated: 'ignore',
    tuning: ({ before, after }, context) =>
      changeViewTuning(after.reference, before.attributes.tuning, after.attributes.tuning, context),
    // PostgreSQL 15 introduced SET ACCESS METHOD.
    accessMethod: ({ after }, context) =>
      context.serverVersion < 150000
        ? 'replace'
        : [rewriteView(after.reference, `SET ACCESS METHOD ${after.attributes.accessMethod ?? 'heap'}`)],
    tablespace: ({ after }) => [
      rewriteView(after.reference, `SET TABLESPACE ${after.attributes.tablespace ?? 'pg_default'}`),
    ],
  },
});
