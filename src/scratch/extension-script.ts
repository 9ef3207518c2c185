// What an extension consists of, as a script that stands in for it where its files are not: the same names, types and
// signatures, without what its library does. Read from the catalogs of a server that has it installed.

/** Functions that a plain language can't have (pseudo-types of C); whoever calls this one gets an error, and no crash. */
const ERRING = 'suppress_redundant_updates_trigger';

/** Handlers that parse analysis or CREATE INDEX calls, by the type they return. */
const HANDLERS: Readonly<Record<string, string>> = {
  index_am_handler: 'gisthandler',
  table_am_handler: 'heap_tableam_handler',
  tsm_handler: 'tsm_bernoulli_handler',
};

/**
 * Support functions that PostgreSQL calls where there are no rows yet: by access method and number what does it for a
 * type that is a text inside; '' leaves an optional one out (manual, sections 64.1.3 to 64.5.3).
 */
const SUPPORT: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  btree: { 1: 'byteacmp', 2: '', 3: '', 4: '', 5: '', 6: '' },
  hash: { 1: 'hashvarlena', 2: 'hashvarlenaextended', 3: '' },
  gist: { 10: '', 11: '', 12: '' },
  gin: { 7: '' },
  brin: {
    1: 'brin_minmax_opcinfo',
    2: 'brin_minmax_add_value',
    3: 'brin_minmax_consistent',
    4: 'brin_minmax_union',
    5: '',
  },
  spgist: {
    1: 'spg_text_config',
    2: 'spg_text_choose',
    3: 'spg_text_picksplit',
    4: 'spg_text_inner_consistent',
    5: 'spg_text_leaf_consistent',
    6: '',
    7: '',
  },
};

const supportRows = Object.entries(SUPPORT).flatMap(([method, functions]) =>
  Object.entries(functions).map(([number, name]) => `('${method}', ${number}, '${name}')`),
);

const handlerRows = Object.entries(HANDLERS).map(([type, name]) => `('${type}', '${name}')`);

const name = (schema: string, object: string): string => `quote_ident(${schema}) || '.' || quote_ident(${object})`;

const routineName = (oid: string): string =>
  `(SELECT ${name('rn.nspname', 'r.proname')} FROM pg_proc r JOIN pg_namespace rn ON rn.oid = r.pronamespace WHERE r.oid = ${oid})`;

const operatorName = (oid: string): string =>
  `(SELECT 'OPERATOR(' || quote_ident(xn.nspname) || '.' || x.oprname || ')' FROM pg_operator x JOIN pg_namespace xn ON xn.oid = x.oprnamespace WHERE x.oid = ${oid})`;

const columns = (relation: string, form: string): string =>
  `(SELECT string_agg(${form}, ', ' ORDER BY a.attnum) FROM pg_attribute a
     WHERE a.attrelid = ${relation} AND a.attnum > 0 AND NOT a.attisdropped)`;

const COLUMN = `quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)`;
const NULLS = `'NULL::' || format_type(a.atttypid, a.atttypmod) || ' AS ' || quote_ident(a.attname)`;

/** Types: a shell first, then the functions that read and print it, then the type; its inside is a text. */
const TYPES = `
  SELECT 1, t.oid, 'CREATE TYPE ' || t.name FROM types t WHERE t.typtype = 'b'
  UNION ALL
  SELECT 3, t.oid, 'CREATE TYPE ' || t.name || ' (INPUT = ' || ${routineName('t.typinput')} || ', OUTPUT = ' || ${routineName('t.typoutput')}
           || CASE WHEN t.typmodin <> 0 THEN ', TYPMOD_IN = ' || ${routineName('t.typmodin')} ELSE '' END
           || ', INTERNALLENGTH = VARIABLE, STORAGE = extended, CATEGORY = ' || quote_literal(t.typcategory::text)
           || ', PREFERRED = ' || t.typispreferred || ', DELIMITER = ' || quote_literal(t.typdelim::text)
           || ', COLLATABLE = ' || (t.typcollation <> 0) || ')'
    FROM types t WHERE t.typtype = 'b'
  UNION ALL
  SELECT 4, t.oid, 'CREATE TYPE ' || t.name || ' AS ENUM ('
           || coalesce((SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid), '') || ')'
    FROM types t WHERE t.typtype = 'e'
  UNION ALL
  SELECT 4, t.oid, 'CREATE DOMAIN ' || t.name || ' AS ' || format_type(t.typbasetype, t.typtypmod) FROM types t WHERE t.typtype = 'd'
  UNION ALL
  SELECT 4, t.oid, 'CREATE TYPE ' || t.name || ' AS (' || coalesce(${columns('t.typrelid', COLUMN)}, '') || ')'
    FROM types t JOIN pg_class c ON c.oid = t.typrelid WHERE t.typtype = 'c' AND c.relkind = 'c'
  UNION ALL
  SELECT 4, t.oid, 'CREATE TYPE ' || t.name || ' AS RANGE (SUBTYPE = ' || format_type(r.rngsubtype, NULL) || ', MULTIRANGE_TYPE_NAME = '
           || ${name('mn.nspname', 'm.typname')} || ')'
    FROM types t JOIN pg_range r ON r.rngtypid = t.oid JOIN pg_type m ON m.oid = r.rngmultitypid JOIN pg_namespace mn ON mn.oid = m.typnamespace
   WHERE t.typtype = 'r'`;

/** Routines: an empty body where the signature allows one. A function from a type to itself gives back what it gets. */
const ROUTINES = `
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
   WHERE p.prokind <> 'a'
  UNION ALL
  SELECT 5, p.oid, 'CREATE AGGREGATE ' || p.name || '(' || CASE WHEN p.pronargs = 0 THEN '*' ELSE pg_get_function_arguments(p.oid) END
           || ') (SFUNC = ' || ${routineName('g.aggtransfn')} || ', STYPE = ' || format_type(g.aggtranstype, NULL)
           || CASE WHEN g.aggfinalfn <> 0 THEN ', FINALFUNC = ' || ${routineName('g.aggfinalfn')} || CASE WHEN g.aggfinalextra THEN ', FINALFUNC_EXTRA' ELSE '' END ELSE '' END
           || CASE WHEN g.agginitval IS NOT NULL THEN ', INITCOND = ' || quote_literal(g.agginitval) ELSE '' END
           || CASE WHEN g.aggkind = 'h' THEN ', HYPOTHETICAL' ELSE '' END || ')'
    FROM routines p JOIN pg_aggregate g ON g.aggfnoid = p.oid`;

const OPERATORS = `
  SELECT 6, o.oid, 'CREATE OPERATOR ' || quote_ident(n.nspname) || '.' || o.oprname || ' (FUNCTION = ' || ${routineName('o.oprcode')}
           || CASE WHEN o.oprleft <> 0 THEN ', LEFTARG = ' || format_type(o.oprleft, NULL) ELSE '' END
           || ', RIGHTARG = ' || format_type(o.oprright, NULL)
           || CASE WHEN o.oprcom <> 0 THEN ', COMMUTATOR = ' || ${operatorName('o.oprcom')} ELSE '' END
           || CASE WHEN o.oprnegate <> 0 THEN ', NEGATOR = ' || ${operatorName('o.oprnegate')} ELSE '' END
           || CASE WHEN o.oprcanmerge THEN ', MERGES' ELSE '' END || CASE WHEN o.oprcanhash THEN ', HASHES' ELSE '' END || ')'
    FROM members m JOIN pg_operator o ON o.oid = m.objid JOIN pg_namespace n ON n.oid = o.oprnamespace
   WHERE m.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass AND o.oprcode <> 0
  UNION ALL
  SELECT 7, a.oid, 'CREATE ACCESS METHOD ' || quote_ident(a.amname) || ' TYPE ' || CASE a.amtype WHEN 't' THEN 'TABLE' ELSE 'INDEX' END
           || ' HANDLER ' || ${routineName('a.amhandler')}
    FROM members m JOIN pg_am a ON a.oid = m.objid WHERE m.classid = 'pg_catalog.pg_am'::pg_catalog.regclass
  UNION ALL
  SELECT 8, f.oid, 'CREATE OPERATOR FAMILY ' || ${name('n.nspname', 'f.opfname')} || ' USING ' || quote_ident(am.amname)
    FROM members m JOIN pg_opfamily f ON f.oid = m.objid JOIN pg_namespace n ON n.oid = f.opfnamespace JOIN pg_am am ON am.oid = f.opfmethod
   WHERE m.classid = 'pg_catalog.pg_opfamily'::pg_catalog.regclass
  UNION ALL
  SELECT 9, k.oid, 'CREATE OPERATOR CLASS ' || ${name('n.nspname', 'k.opcname')} || CASE WHEN k.opcdefault THEN ' DEFAULT' ELSE '' END
           || ' FOR TYPE ' || format_type(k.opcintype, NULL) || ' USING ' || quote_ident(am.amname) || ' FAMILY ' || ${name('fn.nspname', 'f.opfname')} || ' AS '
           || concat_ws(', ',
                coalesce(CASE WHEN k.opckeytype <> 0 AND k.opckeytype <> k.opcintype THEN 'STORAGE ' || format_type(k.opckeytype, NULL) END,
                         'STORAGE ' || format_type(k.opcintype, NULL)),
                (SELECT string_agg('OPERATOR ' || ao.amopstrategy || ' ' || ${operatorName('ao.amopopr').replace("'OPERATOR(' || ", '').replace(" || ')'", '')}
                        || '(' || format_type(ao.amoplefttype, NULL) || ', ' || format_type(ao.amoprighttype, NULL) || ')'
                        || CASE WHEN ao.amopsortfamily <> 0 THEN ' FOR ORDER BY ' || (SELECT ${name('sn.nspname', 'sf.opfname')} FROM pg_opfamily sf JOIN pg_namespace sn ON sn.oid = sf.opfnamespace WHERE sf.oid = ao.amopsortfamily) ELSE '' END, ', ')
                   FROM pg_amop ao WHERE ao.amopfamily = f.oid AND ao.amoplefttype = k.opcintype AND ao.amoprighttype = k.opcintype),
                (SELECT string_agg('FUNCTION ' || ap.amprocnum || ' ' || ${routineName('ap.amproc')} || '(' || pg_get_function_identity_arguments(ap.amproc) || ')', ', ')
                   FROM pg_amproc ap LEFT JOIN support s ON s.method = am.amname AND s.number = ap.amprocnum
                  WHERE ap.amprocfamily = f.oid AND ap.amproclefttype = k.opcintype AND ap.amprocrighttype = k.opcintype AND s."as" IS DISTINCT FROM ''))
    FROM members m JOIN pg_opclass k ON k.oid = m.objid JOIN pg_namespace n ON n.oid = k.opcnamespace JOIN pg_am am ON am.oid = k.opcmethod
    JOIN pg_opfamily f ON f.oid = k.opcfamily JOIN pg_namespace fn ON fn.oid = f.opfnamespace
   WHERE m.classid = 'pg_catalog.pg_opclass'::pg_catalog.regclass
  UNION ALL
  SELECT 10, c.oid, 'CREATE CAST (' || format_type(c.castsource, NULL) || ' AS ' || format_type(c.casttarget, NULL) || ') '
           || CASE c.castmethod WHEN 'b' THEN 'WITHOUT FUNCTION' WHEN 'i' THEN 'WITH INOUT'
                ELSE 'WITH FUNCTION ' || ${routineName('c.castfunc')} || '(' || pg_get_function_identity_arguments(c.castfunc) || ')' END
           || CASE c.castcontext WHEN 'i' THEN ' AS IMPLICIT' WHEN 'a' THEN ' AS ASSIGNMENT' ELSE '' END
    FROM members m JOIN pg_cast c ON c.oid = m.objid WHERE m.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass`;

/** Relations have their columns and keys; what a view or table holds is not theirs to tell here. */
const RELATIONS = `
  SELECT 4, c.oid, 'CREATE SEQUENCE ' || ${name('n.nspname', 'c.relname')}
    FROM relations c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'S'
  UNION ALL
  SELECT 4, c.oid, 'CREATE TABLE ' || ${name('n.nspname', 'c.relname')} || ' (' || concat_ws(', ', ${columns('c.oid', COLUMN)},
           (SELECT string_agg(pg_get_constraintdef(k.oid), ', ' ORDER BY k.oid) FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u'))) || ')'
    FROM relations c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'f')
  UNION ALL
  SELECT 4, c.oid, 'CREATE ' || CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END || 'VIEW ' || ${name('n.nspname', 'c.relname')}
           || ' AS SELECT ' || coalesce(${columns('c.oid', NULLS)}, '')
    FROM relations c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm')`;

const OTHERS = `
  SELECT 0, n.oid, 'CREATE SCHEMA ' || quote_ident(n.nspname) FROM members m JOIN pg_namespace n ON n.oid = m.objid
   WHERE m.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
  UNION ALL
  SELECT 11, l.oid, 'CREATE ' || CASE WHEN l.lanpltrusted THEN 'TRUSTED ' ELSE '' END || 'LANGUAGE ' || quote_ident(l.lanname)
           || ' HANDLER ' || ${routineName('l.lanplcallfoid')}
    FROM members m JOIN pg_language l ON l.oid = m.objid WHERE m.classid = 'pg_catalog.pg_language'::pg_catalog.regclass
  UNION ALL
  SELECT 11, f.oid, 'CREATE FOREIGN DATA WRAPPER ' || quote_ident(f.fdwname)
           || CASE WHEN f.fdwhandler <> 0 THEN ' HANDLER ' || ${routineName('f.fdwhandler')} ELSE '' END
           || CASE WHEN f.fdwvalidator <> 0 THEN ' VALIDATOR ' || ${routineName('f.fdwvalidator')} ELSE '' END
    FROM members m JOIN pg_foreign_data_wrapper f ON f.oid = m.objid WHERE m.classid = 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass
  UNION ALL
  SELECT 11, t.oid, 'CREATE TEXT SEARCH TEMPLATE ' || ${name('n.nspname', 't.tmplname')} || ' (LEXIZE = pg_catalog.dsimple_lexize)'
    FROM members m JOIN pg_ts_template t ON t.oid = m.objid JOIN pg_namespace n ON n.oid = t.tmplnamespace
   WHERE m.classid = 'pg_catalog.pg_ts_template'::pg_catalog.regclass
  UNION ALL
  SELECT 12, d.oid, 'CREATE TEXT SEARCH DICTIONARY ' || ${name('n.nspname', 'd.dictname')} || ' (TEMPLATE = pg_catalog.simple)'
    FROM members m JOIN pg_ts_dict d ON d.oid = m.objid JOIN pg_namespace n ON n.oid = d.dictnamespace
   WHERE m.classid = 'pg_catalog.pg_ts_dict'::pg_catalog.regclass
  UNION ALL
  SELECT 13, c.oid, 'CREATE TEXT SEARCH CONFIGURATION ' || ${name('n.nspname', 'c.cfgname')} || ' (PARSER = pg_catalog."default")'
    FROM members m JOIN pg_ts_config c ON c.oid = m.objid JOIN pg_namespace n ON n.oid = c.cfgnamespace
   WHERE m.classid = 'pg_catalog.pg_ts_config'::pg_catalog.regclass`;

/** A schema that the extension brought along is no member of it, and has what its script says of it all the same. */
const HOME = `
  SELECT 14, n.oid, 'COMMENT ON SCHEMA ' || quote_ident(n.nspname) || ' IS ' || quote_literal(obj_description(n.oid, 'pg_namespace'))
    FROM home n WHERE obj_description(n.oid, 'pg_namespace') IS NOT NULL
  UNION ALL
  SELECT 14, n.oid, 'GRANT ' || g.privilege_type || ' ON SCHEMA ' || quote_ident(n.nspname) || ' TO PUBLIC'
    FROM home n, aclexplode(n.nspacl) g WHERE g.grantee = 0`;

/** The statements of the extension named `$1`, in an order in which they can be run: one text a row. */
export const MEMBER_STATEMENTS = `
  WITH members AS (
    SELECT d.classid, d.objid FROM pg_depend d
      JOIN pg_extension e ON e.oid = d.refobjid
     WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.deptype = 'e' AND d.objsubid = 0 AND e.extname = $1),
  types AS (
    SELECT t.*, ${name('n.nspname', 't.typname')} AS name FROM members m JOIN pg_type t ON t.oid = m.objid JOIN pg_namespace n ON n.oid = t.typnamespace
     WHERE m.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)),
  routines AS (
    SELECT p.*, ${name('n.nspname', 'p.proname')} AS name FROM members m JOIN pg_proc p ON p.oid = m.objid JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE m.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass),
  relations AS (
    SELECT c.* FROM members m JOIN pg_class c ON c.oid = m.objid WHERE m.classid = 'pg_catalog.pg_class'::pg_catalog.regclass),
  home AS (
    SELECT n.* FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
      JOIN pg_available_extension_versions v ON v.name = e.extname AND v.version = e.extversion AND v.schema = n.nspname
     WHERE e.extname = $1 AND n.nspname <> 'pg_catalog'),
  support (method, number, "as") AS (VALUES ${supportRows.join(', ')}),
  handlers (type, handler) AS (VALUES ${handlerRows.join(', ')})
  SELECT s.sql FROM (${[TYPES, ROUTINES, OPERATORS, RELATIONS, OTHERS, HOME].join('\n  UNION ALL')}) s (phase, oid, sql)
   ORDER BY s.phase, s.oid`;
