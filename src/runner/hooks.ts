// Hooks: what runs at events of the runner. They are callbacks (SQL files of the folder) and commands of the settings.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { SchemaError } from '../errors.ts';
import type { CallbackEvent } from '../migrations/callbacks.ts';
import type { Migration } from '../migrations/file.ts';
import { splitMigration } from '../migrations/segments.ts';
import { statementFailed } from './failure.ts';
import { heard } from './notices.ts';
import type { Run } from './run.ts';

export interface Hooks {
  readonly callbacks: readonly Migration[];
  /** Shell commands by event. */
  readonly commands: Readonly<Record<string, string | readonly string[]>>;
  /** Variables in the environment of the commands, with those of the connection. */
  readonly variables: Readonly<Record<string, string>>;
}

export const NO_HOOKS: Hooks = { callbacks: [], commands: {}, variables: {} };

/**
 * Runs the hooks of an event: first the callbacks, in the order of their paths and in the open transaction, then the
 * commands. Raises `hook/failed`, which stops the run.
 */
export async function runHooks(
  run: Run,
  { callbacks, commands, variables }: Hooks,
  event: CallbackEvent,
  migration?: Migration,
): Promise<void> {
  for (const callback of callbacks) {
    if (callback.event === event) await runCallback(run, callback);
  }
  const list = commands[event] ?? [];
  for (const command of typeof list === 'string' ? [list] : list) {
    await runCommand(run, command, {
      ...variables,
      SCHEMA_EVENT: event,
      SCHEMA_VERSION: migration?.version ?? '',
      SCHEMA_PATH: migration?.path ?? '',
    });
  }
}

/** A function that runs the hooks of the event; undefined where the event has none. */
export function hooksAt(
  run: Run,
  hooks: Hooks,
  event: CallbackEvent,
  migration: Migration,
): (() => Promise<void>) | undefined {
  if (hooks.commands[event] === undefined && !hooks.callbacks.some((callback) => callback.event === event)) return;
  return () => runHooks(run, hooks, event, migration);
}

async function runCallback(run: Run, callback: Migration): Promise<void> {
  const split = splitMigration(callback);
  for (const segment of split.segments) {
    for (const statement of segment.statements) {
      try {
        await heard(run, callback.path, statement.number, () => run.session.database.script(statement.sql));
      } catch (error) {
        throw statementFailed(error, split, statement, {
          code: 'migration/failed',
          hint: 'What the callback belongs to did not go on.',
          again: `schema ${run.direction}`,
        });
      }
    }
  }
}

/** Runs the command in a shell; each line of its output is reported. */
async function runCommand(run: Run, command: string, variables: Readonly<Record<string, string>>): Promise<void> {
  const child = spawn(command, {
    shell: true,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) =>
      run.report({ kind: 'hook output', hook: variables['SCHEMA_EVENT'] ?? '', line: stripVTControlCharacters(line) }),
    );
  }
  const outcome = await new Promise<string | number>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'ended'));
  });
  if (outcome === 0) return;
  throw new SchemaError('hook/failed', `the hook for ${variables['SCHEMA_EVENT']} failed (${outcome}): ${command}`, {
    hint: 'Correct the command under "hooks" in the config file, or what it found.',
  });
}

/** Events that only observe. A failure of their hooks must not hide the error that was raised before. */
export async function runQuietly(run: Run, hooks: Hooks, event: CallbackEvent, migration?: Migration): Promise<void> {
  await runHooks(run, hooks, event, migration).catch(() => undefined);
}
