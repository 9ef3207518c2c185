// Directives: comments in the head of a migration, `-- schema:<word> <value>`, for the runner. psql and Flyway ignore
// them.
import { defined } from '../defined.ts';
import { type Location, SchemaError } from '../errors.ts';
import { nearest } from '../sql/nearest.ts';
import { confDirectives } from './conf.ts';
import { parseDuration } from './duration.ts';
import { isLabel } from './labels.ts';
import { parseVersion } from './names.ts';

/**
 * How a file commits. `plan`: together with all other files of its plan. `file`: in a transaction of its own, because
 * the next file needs its commit (a new enum value, for example). `none`: each statement by itself.
 */
export type TransactionMode = 'plan' | 'file' | 'none';

export interface DeclaredHazard {
  readonly code: string;
  readonly blocking: boolean;
  readonly message: string;
}

/** A hazard that the author accepted in the file. */
export interface Acknowledgement {
  readonly code: string;
  readonly reason: string;
  /** Last day (UTC) on which it counts, yyyy-mm-dd. */
  readonly until?: string;
}

/** A precondition of a file. */
export interface Precondition {
  /** A query whose first row has one column, true. */
  readonly sql: string;
  /**
   * Where the query is not true: stop the run, skip the file in this run, or record it as applied without running it.
   */
  readonly onFail: 'halt' | 'skip' | 'mark';
}

export interface Directives {
  /** The plan that the file belongs to; hand-written files have none. */
  readonly plan?: { readonly id: string; readonly part: number; readonly parts: number };
  /** The fingerprint that the catalog must have before the file runs: in the first file of a plan. */
  readonly before?: string;
  /** The fingerprint of the catalog after the file: in the last file of a plan. */
  readonly after?: string;
  readonly transaction: TransactionMode;
  /** The isolation level of the file's transactions, as SQL; absent: READ COMMITTED. */
  readonly isolation?: string;
  readonly hazards: readonly DeclaredHazard[];
  readonly acknowledgements: readonly Acknowledgement[];
  /** Why this cannot be undone. */
  readonly irreversible?: string;
  /** In an undo file without statements: the version whose undo file holds them. */
  readonly undoneWith?: string;
  /** Milliseconds that a statement of the file waits for a lock; 0 for no limit. */
  readonly lockTimeoutMs?: number;
  /** Milliseconds that a statement of the file may take; 0 for no limit. */
  readonly statementTimeoutMs?: number;
  /** How often the file's transaction is tried where it fails to get its locks. */
  readonly attempts?: number;
  /** The role that the file runs as. */
  readonly role?: string;
  /** A file with labels runs only where they are selected. */
  readonly labels: readonly string[];
  /** Versions that must be applied before. */
  readonly requires: readonly string[];
  /** Names of repeatable migrations that run before: of a repeatable migration only. */
  readonly requiresRepeatables: readonly string[];
  readonly checks: readonly Precondition[];
  /** Whether placeholders `${name}` are replaced; absent: by the settings, for files written by hand. */
  readonly placeholders?: boolean;
  /** A repeatable migration that runs at every apply, changed or not. */
  readonly always?: true;
}

type Mutable = { -readonly [Name in keyof Directives]: Directives[Name] };
/** Reads one value into the directives; returns the error of the value, or null. */
type Reader = (value: string, into: Mutable) => string | null;

const ISOLATION = ['read committed', 'repeatable read', 'serializable'];

const FINGERPRINT = /^\S+$/;

const READERS: Readonly<Record<string, Reader>> = {
  plan: (value, into) => {
    const match = /^([0-9a-z]+) ([1-9]\d*)\/([1-9]\d*)$/.exec(value);
    if (match === null || Number(match[2]) > Number(match[3]))
      return 'expected an id and a part, as in "3f9a1c2b7d04 1/2"';
    into.plan = { id: match[1] ?? '', part: Number(match[2]), parts: Number(match[3]) };
    return null;
  },
  before: (value, into) => {
    into.before = value;
    return FINGERPRINT.test(value) ? null : 'expected a fingerprint';
  },
  after: (value, into) => {
    into.after = value;
    return FINGERPRINT.test(value) ? null : 'expected a fingerprint';
  },
  transaction: (value, into) => {
    if (value !== 'plan' && value !== 'file' && value !== 'none') return 'expected plan, file or none';
    into.transaction = value;
    return null;
  },
  isolation: (value, into) => {
    const level = value.toLowerCase().replace(/[\s-]+/g, ' ');
    into.isolation = level.toUpperCase();
    return ISOLATION.includes(level) ? null : 'expected read committed, repeatable read or serializable';
  },
  hazard: (value, into) => {
    const match = /^([A-Z]\d+)( blocking)?: (.+)$/.exec(value);
    if (match === null) return 'expected a code and a sentence, as in "D102 blocking: drops column app.users.age"';
    into.hazards = [
      ...into.hazards,
      { code: match[1] ?? '', blocking: match[2] !== undefined, message: match[3] ?? '' },
    ];
    return null;
  },
  ack: (value, into) => {
    const match = /^([A-Za-z]\d+)(?:\s+reason="([^"]*)")?(?:\s+until=(\d{4}-\d\d-\d\d))?$/.exec(value);
    if (match === null)
      return 'expected a code and a reason, as in: D102 reason="the column is empty" until=2026-01-31';
    const [, code = '', reason = '', until] = match;
    const acknowledgement = { code: code.toUpperCase(), reason, ...defined({ until }) };
    into.acknowledgements = [...into.acknowledgements, acknowledgement];
    return null;
  },
  irreversible: (value, into) => {
    into.irreversible = into.irreversible === undefined ? value : `${into.irreversible} ${value}`;
    return value === '' ? 'expected the reason' : null;
  },
  'undone-with': (value, into) => {
    const version = parseVersion(value);
    if (version === null) return 'expected a version, as in "V20250102030405"';
    into.undoneWith = version;
    return null;
  },
  'lock-timeout': duration('lockTimeoutMs'),
  'statement-timeout': duration('statementTimeoutMs'),
  retry: (value, into) => {
    if (!/^[1-9]\d{0,3}$/.test(value)) return 'expected a number of attempts from 1';
    into.attempts = Number(value);
    return null;
  },
  role: (value, into) => {
    into.role = value.replace(/^"(.*)"$/, '$1');
    return value === '' ? 'expected the name of a role' : null;
  },
  labels: (value, into) => {
    const labels = value.split(/[\s,]+/).filter((label) => label !== '');
    into.labels = [...new Set([...into.labels, ...labels])];
    return labels.length > 0 && labels.every(isLabel) ? null : 'expected words, as in "expand, tenant"';
  },
  requires: (value, into) => {
    const words = value.split(/[\s,]+/);
    const names = words.flatMap((word) => /^R__(.+?)(?:\.sql)?$/.exec(word)?.[1] ?? []);
    const versions = words.filter((word) => !word.startsWith('R__')).map(parseVersion);
    if (versions.includes(null))
      return 'expected versions, as in "V20250102030405", or repeatable files, as in "R__views"';
    into.requires = [...into.requires, ...versions.flatMap((version) => version ?? [])];
    into.requiresRepeatables = [...into.requiresRepeatables, ...names];
    return null;
  },
  check: (value, into) => {
    const match = /^(?:on-fail=(\S+)\s+)?(.+)$/.exec(value);
    const onFail = match?.[1] ?? 'halt';
    if (match === null || (onFail !== 'halt' && onFail !== 'skip' && onFail !== 'mark'))
      return 'expected a query that returns true, as in: on-fail=skip SELECT count(*) = 0 FROM app.users';
    into.checks = [...into.checks, { sql: (match[2] ?? '').replace(/;\s*$/, ''), onFail }];
    return null;
  },
  placeholders: (value, into) => {
    into.placeholders = value === 'on';
    return value === 'on' || value === 'off' ? null : 'expected on or off';
  },
  always: (value, into) => {
    into.always = true;
    return value === '' ? null : 'it takes no value';
  },
};

function duration(name: 'lockTimeoutMs' | 'statementTimeoutMs'): Reader {
  return (value, into) => {
    const ms = parseDuration(value);
    if (ms !== null) into[name] = ms;
    return ms === null ? 'expected a duration, as in 500ms, 3s or 15min; 0 waits for ever' : null;
  };
}

/** Directives that a file may contain once; the others may be repeated. */
const ONCE = new Set([
  'plan',
  'before',
  'after',
  'transaction',
  'isolation',
  'undone-with',
  'lock-timeout',
  'statement-timeout',
  'retry',
  'role',
  'placeholders',
]);

/**
 * Reads the head of a migration: the comment and blank lines before its first statement. Further down, a line that
 * looks like a directive may be part of a function's body, so it is not one.
 */
export function readDirectives(text: string, file: string): Directives {
  const reading = newReading();
  for (const [index, line] of headLines(text).entries()) {
    // One space at most: lines with more indentation are wrapped prose (step-text.ts), in which a name could look like
    // a directive.
    const match = /^-- ?schema:(\S*)\s*(.*?)\s*$/.exec(line);
    if (match === null) continue;
    const [, word = '', value = ''] = match;
    read(reading, word, value, { file, line: index + 1, column: line.indexOf('schema:') + 1, text: line });
  }
  return reading.directives;
}

/** The text without the lines of its head that acknowledge hazards. */
export function withoutAcknowledgements(text: string): string {
  const head = headLines(text);
  const kept = head.filter((line) => !/^-- ?schema:ack\b/.test(line));
  return kept.length === head.length ? text : [...kept, ...text.split('\n').slice(head.length)].join('\n');
}

/** The same for a file with a `.conf` file, whose lines count as lines of the head. */
export function readDirectivesWithConf(text: string, file: string, conf: { path: string; text: string }): Directives {
  const head = headLines(text);
  // An exported folder contains a directive twice, once for this tool and once for Flyway.
  const lines = confDirectives(conf.text, conf.path)
    .map(({ word, value }) => `-- schema:${word} ${value}`)
    .filter((line) => !head.includes(line));
  return readDirectives([...lines, text].join('\n'), file);
}

interface Reading {
  readonly directives: Mutable;
  readonly seen: Set<string>;
}

const newReading = (): Reading => ({
  directives: {
    transaction: 'plan',
    hazards: [],
    acknowledgements: [],
    labels: [],
    requires: [],
    requiresRepeatables: [],
    checks: [],
  },
  seen: new Set(),
});

/** The comment and blank lines before the first statement. */
function headLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end === -1 ? text.length : end);
    if (line.trim() !== '' && !line.startsWith('--')) break;
    lines.push(line);
    at = end === -1 ? text.length : end + 1;
  }
  return lines;
}

function read({ directives, seen }: Reading, word: string, value: string, location: Location): void {
  const reader = Object.hasOwn(READERS, word) ? READERS[word] : undefined;
  if (reader === undefined) throw unknownDirective(word, location);
  if (ONCE.has(word) && seen.has(word)) throw invalid(`directive schema:${word} is given twice`, location);
  seen.add(word);
  const problem = reader(value, directives);
  if (problem !== null) throw invalid(`directive schema:${word} is not understood`, location, problem);
}

const invalid = (message: string, location: Location, detail?: string): SchemaError =>
  new SchemaError('migration/invalid-file', message, { location, detail });

function unknownDirective(word: string, location: Location): SchemaError {
  const known = Object.keys(READERS);
  const near = nearest(word, known);
  const hint =
    near === null
      ? `Known directives: ${known.map((name) => `schema:${name}`).join(', ')}.`
      : `Did you mean schema:${near}?`;
  return new SchemaError('migration/invalid-file', `unknown directive schema:${word}`, { location, hint });
}
