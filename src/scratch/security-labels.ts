// Scratch has no provider of security labels: there, SECURITY LABEL becomes a change of the catalog it is stored in.
import { SchemaError } from '../errors.ts';
import { quoteLiteral } from '../sql/identifiers.ts';
import { asText } from '../sql/node.ts';
import type { ParsedStatement } from '../sql/parser.ts';

/** The address of the labelled object as pg_seclabel has it: class, object and column. */
function addressOf(type: string, name: string): string {
  const of = (catalog: string, oid: string): string => `SELECT '${catalog}'::regclass, ${oid}::oid, 0`;
  const text = quoteLiteral(name);
  if (type === 'OBJECT_COLUMN') {
    const [, relation = '', column = ''] = /^(.*)\.((?:"(?:[^"]|"")*")|[^".]+)$/s.exec(name) ?? [];
    return `SELECT 'pg_catalog.pg_class'::regclass, a.attrelid, a.attnum FROM pg_catalog.pg_attribute a
             WHERE a.attrelid = ${quoteLiteral(relation)}::regclass AND pg_catalog.quote_ident(a.attname) = ${quoteLiteral(column)}`;
  }
  if (/^OBJECT_(?:FUNCTION|PROCEDURE|ROUTINE|AGGREGATE)$/.test(type)) {
    return of('pg_catalog.pg_proc', `${text}::regprocedure`);
  }
  if (/^OBJECT_(?:TYPE|DOMAIN)$/.test(type)) return of('pg_catalog.pg_type', `${text}::regtype`);
  if (type === 'OBJECT_SCHEMA') return of('pg_catalog.pg_namespace', `${text}::regnamespace`);
  if (!/^OBJECT_(?:LANGUAGE|EVENT_TRIGGER|PUBLICATION)$/.test(type))
    return of('pg_catalog.pg_class', `${text}::regclass`);
  const word = type.slice('OBJECT_'.length).replace('_', ' ').toLowerCase();
  return `SELECT a.classid, a.objid, 0 FROM pg_catalog.pg_get_object_address('${word}', pg_catalog.parse_ident(${text}), '{}') a`;
}

/** SECURITY LABEL as a change of pg_seclabel. Errors: `desired/load` where it names no provider. */
export function storedLabel({ node, text }: ParsedStatement): string {
  const provider = asText(node['provider']);
  if (provider === '') {
    throw new SchemaError('desired/load', 'SECURITY LABEL without FOR says nothing of its provider', {
      hint: 'Name the provider: SECURITY LABEL FOR provider ON … IS ….',
    });
  }
  const [, name = ''] =
    /\sON\s+(?:MATERIALIZED\s+VIEW|FOREIGN\s+TABLE|EVENT\s+TRIGGER|PROCEDURAL\s+LANGUAGE|\w+)\s+(.*?)\s+IS\s/is.exec(
      text,
    ) ?? [];
  const label = typeof node['label'] === 'string' ? node['label'] : null;
  const address = `(${addressOf(asText(node['objtype']), name)}) o (class, id, sub)`;
  const gone = `DELETE FROM pg_catalog.pg_seclabel l USING ${address}
 WHERE l.classoid = o.class AND l.objoid = o.id AND l.objsubid = o.sub AND l.provider = ${quoteLiteral(provider)}`;
  if (label === null) return gone;
  return `${gone};
INSERT INTO pg_catalog.pg_seclabel (objoid, classoid, objsubid, provider, label)
SELECT o.id, o.class, o.sub, ${quoteLiteral(provider)}, ${quoteLiteral(label)} FROM ${address}`;
}
