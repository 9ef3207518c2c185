// Liquibase's preconditions as queries that return true, for liquibase.ts. A note names those without such a query.
import { quoteLiteral } from '../../sql/identifiers.ts';
import type { ChangeCheck } from './changeset.ts';
import type { XmlElement } from './xml.ts';

export interface Preconditions {
  readonly checks: readonly ChangeCheck[];
  readonly notes: readonly string[];
}

const ON_FAIL: Readonly<Record<string, ChangeCheck['onFail']>> = {
  HALT: 'halt',
  CONTINUE: 'skip',
  MARK_RAN: 'mark',
};

/** `onFail` as Liquibase spells it. WARN has no counterpart: such a precondition decides nothing. */
export function preconditionsOf(elements: readonly XmlElement[], onFail: string | undefined): Preconditions {
  const notes: string[] = [];
  const action = ON_FAIL[(onFail ?? 'HALT').toUpperCase()];
  if (action === undefined) return { checks: [], notes: [`preconditions with onFail ${onFail} only warn: left out`] };
  const checks = elements.flatMap((element) => {
    const sql = conditionOf(element, notes);
    return sql === null || sql === 'true' ? [] : [{ sql: `SELECT ${oneLineSql(sql)}`, onFail: action }];
  });
  return { checks, notes };
}

/** A directive is one line, so line breaks are removed. */
const oneLineSql = (sql: string): string =>
  sql
    .replace(/--[^\n]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function conditionOf(element: XmlElement, notes: string[]): string | null {
  const { name, attributes, children } = element;
  if (name === 'and' || name === 'or' || name === 'not') {
    const parts = children.map((child) => conditionOf(child, notes));
    if (parts.includes(null) || parts.length === 0) return null;
    const all = parts.map((part) => `(${part})`).join(name === 'or' ? ' OR ' : ' AND ');
    return name === 'not' ? `NOT (${all})` : all;
  }
  const condition = CONDITIONS[name]?.(element) ?? null;
  if (condition === null) notes.push(`the precondition ${[name, ...Object.values(attributes)].join(' ')} is left out`);
  return condition;
}

type Condition = (element: XmlElement) => string | null;

const relation = (element: XmlElement, attribute: string): string => {
  const { [attribute]: table = '', schemaName } = element.attributes;
  const quoted = [schemaName, table].filter((part) => part !== undefined && part !== '').join('.');
  return `pg_catalog.to_regclass(${quoteLiteral(quoted)})`;
};

const exists =
  (attribute: string, kinds: string): Condition =>
  (element) =>
    `EXISTS (SELECT FROM pg_catalog.pg_class WHERE oid = ${relation(element, attribute)} AND relkind IN (${kinds}))`;

const CONDITIONS: Readonly<Record<string, Condition>> = {
  dbms: ({ attributes }) => (/postgresql/i.test(attributes['type'] ?? '') ? 'true' : 'false'),
  runningAs: ({ attributes }) => `session_user = ${quoteLiteral((attributes['username'] ?? '').toLowerCase())}`,
  sqlCheck: ({ attributes, text }) =>
    `(${(attributes['sql'] ?? text).trim().replace(/;\s*$/, '')})::text = ` +
    quoteLiteral(attributes['expectedResult'] ?? ''),
  tableExists: exists('tableName', "'r', 'p', 'f'"),
  viewExists: exists('viewName', "'v', 'm'"),
  sequenceExists: exists('sequenceName', "'S'"),
  indexExists: exists('indexName', "'i', 'I'"),
  columnExists: (element) =>
    `EXISTS (SELECT FROM pg_catalog.pg_attribute WHERE attrelid = ${relation(element, 'tableName')} AND attnum > 0 ` +
    `AND NOT attisdropped AND attname = ${quoteLiteral((element.attributes['columnName'] ?? '').toLowerCase())})`,
  rowCount: ({ attributes }) =>
    `(SELECT count(*) FROM ${attributes['tableName']}) = ${Number(attributes['expectedRows'])}`,
  tableIsEmpty: ({ attributes }) => `NOT EXISTS (SELECT FROM ${attributes['tableName']})`,
};
