// The statements of a stand-in for an extension, for extension-stand-ins.ts.
// A stand-in has the names, types and signatures of the extension's members without the code of its library. The
// statements come from the catalogs of a server on which the extension is installed.
import type { Words } from '../sql/words.ts';

/** Built-in handlers for the handlers that parse analysis or CREATE INDEX calls, by the type that they return. */
const HANDLERS: Readonly<Record<string, string>> = {
  index_am_handler: 'gisthandler',
  table_am_handler: 'heap_tableam_handler',
  tsm_handler: 'tsm_bernoulli_handler',
};

/**
 * Built-in functions for the support functions that PostgreSQL calls also without rows, by access method and support
 * number, for a type that is stored as text; '' omits an optional support function (manual, sections 64.1.3 to 64.5.3).
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

/**
 * The comment and the privileges of the extension's schema. A schema that CREATE EXTENSION creates is no member of the
 * extension, yet the extension's script may set both.
 */
const HOME = `
  SELECT 14, n.oid, 'COMMENT ON SCHEMA ' || quote_ident(n.nspname) || ' IS ' || quote_literal(obj_description(n.oid, 'pg_namespace'))
    FROM home n WHERE obj_description(n.oid, 'pg_namespace') IS NOT NULL
  UNION ALL
  SELECT 14, n.oid, 'GRANT ' || g.privilege_type || ' ON SCHEMA ' || quote_ident(n.nspname) || ' TO PUBLIC'
    FROM home n, aclexplode(n.nspacl) g WHERE g.grantee = 0`;

/**
 * SQL for the statements of the extension named `$1`, in an order in which they can run: one text for each row. The
 * kinds write the CREATE statements of its members.
 */
export const memberStatements = (words: Words): string => `
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
  SELECT s.sql FROM (${[...words.memberStatements, HOME].join('\n  UNION ALL')}) s (phase, oid, sql)
   ORDER BY s.phase, s.oid`;
