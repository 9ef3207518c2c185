// The settings of the runner, for the workflows that run migrations.
import { parseDuration } from '../migrations/duration.ts';
import type { Placeholders } from '../migrations/placeholder-values.ts';
import type { SettingMap } from './setting.ts';
import { SETTINGS } from './settings-table.ts';

/** The treatment of a pending migration whose version is lower than one that is applied. */
export type OutOfOrder = 'error' | 'allow' | 'allow-if-independent';

export interface RunSettings {
  /** Unquoted name of the schema that holds the history. */
  readonly historySchema: string;
  /** The role that runs the files and owns the objects that they create; null: the role that connects. */
  readonly role: string | null;
  /** The search path of handwritten files, in the form of SET; null: that of the connection. */
  readonly searchPath: string | null;
  /** The time to wait for another run, in milliseconds. */
  readonly lockWaitMs: number;
  readonly lockTimeoutMs: number;
  readonly statementTimeoutMs: number;
  /** The number of attempts of a transaction that does not get its locks. */
  readonly attempts: number;
  /** An expression over labels; null: only files without labels. */
  readonly labels: string | null;
  readonly outOfOrder: OutOfOrder;
  /** Commands (or paths of SQL files) by event. */
  readonly hooks: SettingMap;
  readonly placeholders: Placeholders;
  /** The tool whose history table is kept up to date as well. */
  readonly coexist: string | null;
}

interface Value {
  readonly value: unknown;
}

/** The settings of the runner, from the resolved settings by their keys. */
export function runSettings(resolved: ReadonlyMap<string, Value>): RunSettings {
  const text = (key: string): string | null => {
    const value = resolved.get(key)?.value;
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const ms = (key: string): number => parseDuration(text(key) ?? '0') ?? 0;
  const policy = text('outOfOrder');
  const values = Object.entries(mapOf(resolved.get('placeholders'))).map(
    ([name, value]) => [name, String(value)] as const,
  );
  return {
    historySchema: text('historySchema') ?? 'schema_migrations',
    role: text('role'),
    searchPath: text('searchPath'),
    lockWaitMs: ms('lockWait'),
    lockTimeoutMs: ms('lockTimeout'),
    statementTimeoutMs: ms('statementTimeout'),
    attempts: Math.max(1, Number(text('retries') ?? '1')),
    labels: text('labels'),
    outOfOrder: policy === 'allow' || policy === 'allow-if-independent' ? policy : 'error',
    hooks: mapOf(resolved.get('hooks')),
    placeholders: {
      values: new Map(values),
      everywhere: resolved.get('placeholderReplacement')?.value === true,
      secret: listOf(resolved.get('secretPlaceholders')),
    },
    coexist: text('coexist'),
  };
}

const listOf = (resolved: Value | undefined): readonly string[] =>
  Array.isArray(resolved?.value) ? resolved.value.map((name) => String(name).trim()) : [];

/** The value of a setting of kind `map`. */
export function mapOf(resolved: Value | undefined): SettingMap {
  const value = resolved?.value;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as SettingMap) : {};
}

export const DEFAULT_RUN: RunSettings = runSettings(
  new Map(SETTINGS.map(({ key, fallback }) => [key, { value: fallback }])),
);
