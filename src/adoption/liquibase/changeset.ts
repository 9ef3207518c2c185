// A changeset of Liquibase in any of its formats, and helpers that the formats share.
import { joined } from '../source-text.ts';

/** A condition for the changeset, as a query that returns true. */
export interface ChangeCheck {
  readonly sql: string;
  readonly onFail: 'halt' | 'skip' | 'mark';
}

export interface ChangeSet {
  readonly id: string;
  readonly author: string;
  /** The path of the changelog, or the logical path that it declares. */
  readonly file: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The SQL; null where the changeset has changes that are not SQL. */
  readonly up: string | null;
  /** Null: no rollback is written; empty: a rollback without statements. */
  readonly down: string | null;
  readonly checks: readonly ChangeCheck[];
  readonly tag: string | null;
  readonly notes: readonly string[];
}

/** What the reader of a changelog has: files by path, properties, and a way to read included changelogs. */
export interface ChangelogReader {
  /** Texts by path below the folder. */
  readonly texts: ReadonlyMap<string, string>;
  /** Values of `${name}`; the first definition counts. */
  readonly properties: Map<string, string>;
  /** Reads an included changelog. */
  readonly include: (path: string) => readonly ChangeSet[];
}

/** Names of attributes differ in case between formats. */
export const attribute = (attributes: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.entries(attributes).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];

export const isOn = (attributes: Readonly<Record<string, string>>, name: string): boolean =>
  /^true$/i.test(attribute(attributes, name) ?? '');

/** Whether `dbms` includes PostgreSQL: a list in which `!` excludes; without one, all databases. */
export function isForPostgres(dbms: string | undefined): boolean {
  const words = (dbms ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  if (words.length === 0 || words.includes('all')) return true;
  if (words.some((word) => word === '!postgresql' || word === 'none')) return false;
  return words.includes('postgresql') || words.every((word) => word.startsWith('!'));
}

/** Replaces the delimiter of the statements by semicolons. */
export function delimited(sql: string, delimiter: string | undefined): string {
  if (delimiter === undefined || delimiter === ';') return sql;
  const written = delimiter.replaceAll('\\n', '\n').replaceAll('\\r', '').trim();
  const escaped = written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return joined(sql.split(new RegExp(`${escaped}[ \\t]*(?=\\n|$)`, 'i')));
}

/** Replaces the properties of the changelog; a property without a value stays. */
export const withProperties = (text: string, properties: ReadonlyMap<string, string>): string =>
  text.replace(/\$\{([^{}\s:]+)\}/g, (whole, name: string) => properties.get(name) ?? whole);

export function defineProperty(
  properties: Map<string, string>,
  { name, value, dbms }: { readonly name?: string; readonly value?: string; readonly dbms?: string },
): void {
  if (name !== undefined && isForPostgres(dbms) && !properties.has(name)) properties.set(name, value ?? '');
}

/** A path as Liquibase records it, without the prefix of a search path. */
export const plainPath = (path: string): string =>
  path
    .replace(/^(?:classpath\*?:|file:)\/*/, '')
    .replace(/\\/g, '/')
    .replace(/^(?:\.?\/)+/, '');

/** A path relative to a file, or to the folder. */
export function resolved(path: string, beside: string | null): string {
  if (beside === null) return plainPath(path);
  const parts = beside.split('/').slice(0, -1);
  for (const part of path.replace(/\\/g, '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
