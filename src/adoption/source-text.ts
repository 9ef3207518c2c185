// Helpers for the files of several tools: a version before a name, and sections that begin with a comment.
import { normalizeText } from '../migrations/file.ts';
import type { ForeignMigration, SourceFile } from './tool.ts';

export const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Splits `20240131_add_users.sql` into leading digits and the rest without its ending. Null without digits. */
export function numbered(path: string, ending: RegExp): { readonly number: string; readonly name: string } | null {
  const match = /^(\d+)[-_.]?(.*)$/.exec(baseOf(path).replace(ending, ''));
  return match === null || !ending.test(path) ? null : { number: match[1] ?? '', name: match[2] ?? '' };
}

/** Compares by number, then by name: tools sort `9_a` before `10_b`. */
export function byNumber(a: SourceFile, b: SourceFile): number {
  const [x, y] = [a, b].map(({ path }) => BigInt(/^\d+/.exec(baseOf(path))?.[0] ?? '0')) as [bigint, bigint];
  if (x !== y) return x < y ? -1 : 1;
  return a.path < b.path ? -1 : 1;
}

export const byPath = (a: SourceFile, b: SourceFile): number => (a.path < b.path ? -1 : 1);

export interface Section {
  /** The groups of the marker's match; an empty list for the text before the first marker. */
  readonly marker: readonly string[];
  readonly body: string;
}

/** Splits a text at the lines that `marker` matches, and removes these lines. */
export function sectionsOf(text: string, marker: RegExp): Section[] {
  const sections: { marker: readonly string[]; lines: string[] }[] = [{ marker: [], lines: [] }];
  for (const line of normalizeText(text).split('\n')) {
    const match = marker.exec(line);
    if (match === null) sections.at(-1)?.lines.push(line);
    else sections.push({ marker: match.slice(1).map((group) => group ?? ''), lines: [] });
  }
  return sections.map(({ marker: groups, lines }) => ({ marker: groups, body: lines.join('\n') }));
}

/** A migration; fields that are not given get the value that most migrations have. */
export function migration(
  fields: Pick<ForeignMigration, 'id' | 'name' | 'path' | 'up'> & Partial<ForeignMigration>,
): ForeignMigration {
  return { kind: 'versioned', version: null, down: null, checksums: [], head: [], notes: [], ...fields };
}

/** Joins statements to one text. */
export const joined = (statements: readonly string[]): string =>
  statements
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
    .map((statement) => (/;\s*(--[^\n]*)?$/.test(statement) ? statement : `${statement}\n;`))
    .join('\n');

const PROGRAM = /\.(?:[cm]?[jt]s|go|rb|java|kts?|py)$/i;

/** Whether the file is a program and not SQL. */
export const isProgram = (path: string): boolean => PROGRAM.test(path) && !/\.d\.ts$/.test(path);

/** A time as yyyyMMddHHmmss in UTC. */
export const versionOfMs = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace(/[-T:]/g, '');
