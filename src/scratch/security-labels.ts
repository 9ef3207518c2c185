// SECURITY LABEL in scratch, for translate.ts.
// Scratch has no label provider, and PostgreSQL refuses labels without one: a change of pg_seclabel replaces the
// statement.
import { SchemaError } from '../errors.ts';
import { quoteIdentifier, quoteLiteral } from '../sql/identifiers.ts';
import { asNode, asText, namesOf } from '../sql/node.ts';
import type { ParsedStatement } from '../sql/parser.ts';

/**
 * Object types of the whole cluster. Their labels are in pg_shseclabel, which is not part of a schema; the statement
 * finds no relation for them.
 */
const SHARED = /^OBJECT_(?:DATABASE|ROLE|SUBSCRIPTION|TABLESPACE)$/;

/**
 * SQL for the address of the labeled object as in pg_seclabel: class, object and column. The parse node depends on the
 * type of the object: the name of a relation or column is a list, a routine or type has a node of its own, and an
 * object without a schema has a String node.
 */
function addressOf({ node, text }: ParsedStatement): string {
  const type = asText(node['objtype']);
  const object = asNode(node['object']) ?? {};
  const of = (catalog: string, oid: string): string => `SELECT '${catalog}'::regclass, ${oid}::oid, 0`;
  const inWords = quoteLiteral(/\sON\s+\w+\s+(.*?)\s+IS\s/is.exec(text)?.[1] ?? '');
  if (object['ObjectWithArgs'] !== undefined) return of('pg_catalog.pg_proc', `${inWords}::regprocedure`);
  if (object['TypeName'] !== undefined) return of('pg_catalog.pg_type', `${inWords}::regtype`);
  const name = namesOf(node['object']);
  if (object['String'] !== undefined && !SHARED.test(type)) {
    const word = type.slice('OBJECT_'.length).replace('_', ' ').toLowerCase();
    return `SELECT a.classid, a.objid, 0 FROM pg_catalog.pg_get_object_address('${word}', ARRAY[${quoteLiteral(name[0] ?? '')}], '{}') a`;
  }
  const relation = (parts: readonly string[]): string =>
    `${quoteLiteral(parts.map(quoteIdentifier).join('.'))}::regclass`;
  if (type !== 'OBJECT_COLUMN') return of('pg_catalog.pg_class', relation(name));
  return `SELECT 'pg_catalog.pg_class'::regclass, a.attrelid, a.attnum FROM pg_catalog.pg_attribute a
             WHERE a.attrelid = ${relation(name.slice(0, -1))} AND a.attname = ${quoteLiteral(name.at(-1) ?? '')}`;
}

/** SECURITY LABEL as a change of pg_seclabel. Errors: `desired/load` for a statement without a provider. */
export function storedLabel(statement: ParsedStatement): string {
  const { node } = statement;
  const provider = asText(node['provider']);
  if (provider === '') {
    throw new SchemaError('desired/load', 'SECURITY LABEL without FOR says nothing of its provider', {
      hint: 'Name the provider: SECURITY LABEL FOR provider ON … IS ….',
    });
  }
  const label = typeof node['label'] === 'string' ? node['label'] : null;
  const address = `(${addressOf(statement)}) o (class, id, sub)`;
  const gone = `DELETE FROM pg_catalog.pg_seclabel l USING ${address}
 WHERE l.classoid = o.class AND l.objoid = o.id AND l.objsubid = o.sub AND l.provider = ${quoteLiteral(provider)}`;
  if (label === null) return gone;
  return `${gone};
INSERT INTO pg_catalog.pg_seclabel (objoid, classoid, objsubid, provider, label)
SELECT o.id, o.class, o.sub, ${quoteLiteral(provider)}, ${quoteLiteral(label)} FROM ${address}`;
}
