// A changeset of Liquibase, whichever of its formats it was written in.
import { joined } from '../source-text.ts';

/** What must hold before it runs, as a query that returns true. */
export interface ChangeCheck {
  readonly sql: string;
  readonly onFail: 'halt' | 'skip' | 'mark';
}

export interface ChangeSet {
  readonly id: string;
  readonly author: string;
  /** The changelog's path, or the logical one that it gives itself. */
  readonly file: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its SQL; null where it has changes that are not SQL. */
  readonly up: string | null;
  /** Null: no rollback was written; empty: none is needed. */
  readonly down: string | null;
  readonly checks: readonly ChangeCheck[];
  readonly tag: string | null;
  readonly notes: readonly string[];
}

/** A changelog reads files by path and hands out changesets in their order. */
export interface ChangelogReader {
  /** Text by path below the folder. */
  readonly texts: ReadonlyMap<string, string>;
  /** Values of `${name}`; the first definition counts. */
  readonly properties: Map<string, string>;
  /** Reads a changelog that another one includes. */
  readonly include: (path: string) => readonly ChangeSet[];
}

/** Names of attributes differ in case between formats. */
export const attribute = (attributes: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.entries(attributes).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];

export const isOn = (attributes: Readonly<Record<string, string>>, name: string): boolean =>
  /^true$/i.test(attribute(attributes, name) ?? '');

/** `dbms` is a list in which `!` excludes; without one, all are meant. */
export function isForPostgres(dbms: string | undefined): boolean {
  const words = (dbms ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  if (words.length === 0 || words.includes('all')) return true;
  if (words.some((word) => word === '!postgresql' || word === 'none')) return false;
  return words.includes('postgresql') || words.every((word) => word.startsWith('!'));
}

/** Statements that end with a delimiter of their own, with semicolons instead. */
export function delimited(sql: string, delimiter: string | undefined): string {
  if (delimiter === undefined || delimiter === ';') return sql;
  const written = delimiter.replaceAll('\\n', '\n').replaceAll('\\r', '').trim();
  const escaped = written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return joined(sql.split(new RegExp(`${escaped}[ \\t]*(?=\\n|$)`, 'i')));
}

/** Puts in the changelog's own properties; what has no value stays. */
export const withProperties = (text: string, properties: ReadonlyMap<string, string>): string =>
  text.replace(/\$\{([^{}\s:]+)\}/g, (whole, name: string) => properties.get(name) ?? whole);

export function defineProperty(
  properties: Map<string, string>,
  { name, value, dbms }: { readonly name?: string; readonly value?: string; readonly dbms?: string },
): void {
  if (name !== undefined && isForPostgres(dbms) && !properties.has(name)) properties.set(name, value ?? '');
}

/** Paths as Liquibase records them, without what says where they were looked for. */
export const plainPath = (path: string): string =>
  path
    .replace(/^(?:classpath\*?:|file:)\/*/, '')
    .replace(/\\/g, '/')
    .replace(/^(?:\.?\/)+/, '');

/** A path beside a file, or below the folder. */
export function resolved(path: string, beside: string | null): string {
  if (beside === null) return plainPath(path);
  const parts = beside.split('/').slice(0, -1);
  for (const part of path.replace(/\\/g, '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
