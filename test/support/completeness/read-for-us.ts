// What PostgreSQL's own functions and views read of the catalogs when a query of ours asks them. The claims are those of
// its sources: ruleutils.c for pg_get_*(), system_views.sql for the views.

const columns = (table: string, names: string): string[] => names.split(' ').map((name) => `${table}.${name}`);

/** Of functions: what the text that they return tells. */
export const FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  // pg_get_indexdef_worker()
  pg_get_indexdef: columns(
    'pg_index',
    'indnatts indnkeyatts indnullsnotdistinct indkey indcollation indclass indoption indexprs indpred',
  ),
  // pg_get_constraintdef_worker()
  pg_get_constraintdef: columns(
    'pg_constraint',
    'condeferrable condeferred confrelid confupdtype confdeltype confmatchtype conkey confkey confdelsetcols conexclop conbin conenforced conperiod',
  ),
  // pg_get_functiondef() and print_function_arguments()
  pg_get_functiondef: columns(
    'pg_proc',
    'prolang procost prorows provariadic prosupport proleakproof proisstrict proretset provolatile proargdefaults protrftypes prosrc probin prosqlbody proconfig',
  ),
  pg_get_function_arguments: columns('pg_aggregate', 'aggnumdirectargs'),
  // make_ruledef(); make_viewdef() of a view's _RETURN rule
  pg_get_ruledef: columns('pg_rewrite', 'ev_type is_instead ev_qual ev_action'),
  pg_get_viewdef: columns('pg_rewrite', 'ev_action'),
  // pg_get_triggerdef_worker()
  pg_get_triggerdef: columns(
    'pg_trigger',
    'tgfoid tgtype tgconstrrelid tgdeferrable tginitdeferred tgnargs tgattr tgargs tgqual tgoldtable tgnewtable',
  ),
  // pg_get_statisticsobj_worker()
  pg_get_statisticsobjdef: columns('pg_statistic_ext', 'stxkeys stxkind stxexprs'),
  // pg_get_partkeydef_worker()
  pg_get_partkeydef: columns(
    'pg_partitioned_table',
    'partrelid partstrat partnatts partattrs partclass partcollation partexprs',
  ),
  pg_get_userbyid: columns('pg_authid', 'oid rolname'),
};

/** The columns of a table that a view shows under their own names. */
const shown = (view: string, table: string, names: string): [string, string][] =>
  names.split(' ').map((name) => [`${view}.${name}`, `${table}.${name}`]);

/** Of views: the column of a table behind each column that is read. */
export const VIEWS: Readonly<Record<string, string>> = {
  'pg_user_mappings.umid': 'pg_user_mapping.oid',
  'pg_user_mappings.srvid': 'pg_user_mapping.umserver',
  ...Object.fromEntries([
    ...shown('pg_user_mappings', 'pg_user_mapping', 'umuser umoptions'),
    ...shown(
      'pg_roles',
      'pg_authid',
      'oid rolname rolsuper rolinherit rolcreaterole rolcreatedb rolcanlogin rolreplication rolbypassrls rolconnlimit rolvaliduntil',
    ),
    ...shown('pg_seclabels', 'pg_seclabel', 'objoid classoid objsubid provider label'),
  ]),
};
