// File names of migrations, by Flyway's grammar, so that folders move between Flyway and this tool unchanged.
import { SchemaError } from '../errors.ts';

import { CALLBACK_EVENTS, type CallbackEvent } from './callbacks.ts';

export type MigrationKind = 'versioned' | 'undo' | 'repeatable' | 'baseline' | 'callback';

export interface FileName {
  readonly kind: MigrationKind;
  /**
   * Normalized: parts joined by `.`, without leading zeros and trailing zero parts. Empty for repeatables and callbacks.
   */
  readonly version: string;
  readonly name: string;
  /** The event of a callback. */
  readonly event?: CallbackEvent;
}

const VERSIONED = /^([VUB])(\d+(?:[._]\d+)*)(?:__(.*))?\.sql$/i;
const REPEATABLE = /^R__(.+)\.sql$/i;
const CALLBACK = /^([a-z][A-Za-z]+)(?:__(.*))?\.sql$/i;
const KINDS: Readonly<Record<string, MigrationKind>> = { V: 'versioned', U: 'undo', B: 'baseline' };
const LONGEST_NAME = 120;

/** The parts of a file's name, without its folders; null where it is no migration's name. Prefixes are upper case. */
export function parseFileName(base: string): FileName | null {
  const repeatable = base.startsWith('R') ? REPEATABLE.exec(base) : null;
  if (repeatable !== null) return { kind: 'repeatable', version: '', name: repeatable[1] ?? '' };
  const match = /^[VUB]/.test(base) ? VERSIONED.exec(base) : null;
  if (match !== null) {
    const kind = KINDS[match[1] ?? ''] ?? 'versioned';
    return { kind, version: normalizeVersion(match[2] ?? ''), name: match[3] ?? '' };
  }
  const [, word, name = ''] = CALLBACK.exec(base) ?? [];
  const event = CALLBACK_EVENTS.find((known) => known === word);
  return event === undefined ? null : { kind: 'callback', version: '', name, event };
}

/** `001_2.0` is `1.2`: two spellings that compare equal become one. */
export function normalizeVersion(version: string): string {
  if (isDigits(version)) return version;
  const parts = versionParts(version).map(String);
  while (parts.length > 1 && parts.at(-1) === '0') parts.pop();
  return parts.join('.');
}

/** A version as given on the command line (`V2_1`, `2.1`), normalized; null where the text is no version. */
export function parseVersion(text: string): string | null {
  const match = /^[Vv]?(\d+(?:[._]\d+)*)$/.exec(text.trim());
  return match === null ? null : normalizeVersion(match[1] ?? '');
}

/** Numeric, part by part: `1.10` is later than `1.9`, and `1.0` is `1`. */
export function compareVersions(left: string, right: string): number {
  if (left === right) return 0;
  // The usual case, timestamps: equal numbers of digits and no parts.
  if (left.length === right.length && isDigits(left) && isDigits(right)) return left < right ? -1 : 1;
  const a = versionParts(left);
  const b = versionParts(right);
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const x = a[index] ?? 0n;
    const y = b[index] ?? 0n;
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

const isDigits = (version: string): boolean => /^[1-9]\d*$/.test(version);

const versionParts = (version: string): bigint[] => version.split(/[._]/).map(BigInt);

/** The name itself where it is a valid one: words of a-z, 0-9 joined by underscores. */
export function migrationName(name: string): string {
  if (name.length > LONGEST_NAME) {
    throw new SchemaError('migration/invalid-name', `the name of a migration has at most ${LONGEST_NAME} characters`, {
      detail: `This one has ${name.length}.`,
      hint: 'Name the purpose of the change in a few words; the file has the details.',
    });
  }
  if (/^[a-z0-9_]+$/.test(name) && /[a-z0-9]/.test(name)) return name;
  const better = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  throw new SchemaError('migration/invalid-name', `${JSON.stringify(name)} is not a valid name for a migration`, {
    detail: 'A name is made of the letters a-z, digits and underscores, because it becomes part of a file name.',
    hint: better === '' ? 'Use a name like add_phone_to_users.' : `Use ${better}.`,
  });
}

/**
 * `count` versions for the files of one plan: seconds of UTC as yyyyMMddHHmmss, strictly increasing, none before `now`
 * and all later than every existing version (a clock that runs behind must not reorder a history).
 */
export function nextVersions(existing: readonly string[], now: Date, count: number): string[] {
  const newest = existing.reduce<string | null>(
    (latest, version) => (latest === null || compareVersions(version, latest) > 0 ? version : latest),
    null,
  );
  let next = timestampVersion(now);
  if (newest !== null && compareVersions(newest, next) >= 0) next = following(newest);
  const versions: string[] = [];
  for (let index = 0; index < count; index++) {
    versions.push(next);
    next = following(next);
  }
  return versions;
}

/** yyyyMMddHHmmss in UTC: local time would reorder the files of two people in different zones. */
export const timestampVersion = (at: Date): string => at.toISOString().slice(0, 19).replace(/[-T:]/g, '');

function following(version: string): string {
  const whole = version.split(/[._]/)[0] ?? '0';
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(whole);
  if (match !== null) {
    const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [number, ...number[]];
    const at = Date.UTC(year, (month ?? 1) - 1, day, hour, minute, second);
    if (timestampVersion(new Date(at)) === whole) return timestampVersion(new Date(at + 1000));
  }
  return String(BigInt(whole) + 1n);
}

const PREFIXES = { versioned: 'V', undo: 'U', baseline: 'B' } as const;

/** The base name of a file, for example `V20250102030405__add_phone.sql`. */
export const fileName = (kind: 'versioned' | 'undo' | 'baseline', version: string, name: string): string =>
  `${PREFIXES[kind]}${version}__${name}.sql`;

/** The base name of a repeatable migration. */
export const repeatableName = (name: string): string => `R__${name}.sql`;
