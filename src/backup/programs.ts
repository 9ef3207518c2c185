// Running other programs, for backups: a command of the project, pg_dump, pg_restore.
import { spawn } from 'node:child_process';
import { defined } from '../defined.ts';

export interface Program {
  /** A command line for the shell, or the name of a program that gets `words`. */
  readonly command: string;
  /** The arguments of the program; absent: the shell runs `command`. */
  readonly words?: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

export interface ProgramEnd {
  /** Null: the program did not start, or a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  /** The last lines of stderr, without the secrets in the variables. */
  readonly stderr: string;
}

/** The number of characters that are kept of each stream. */
const KEPT = 1_000_000;

/** Runs a program to its end, with the variables added to those of this process. Raises no errors. */
export function runProgram({ command, words, variables, signal }: Program): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const child = spawn(command, words ?? [], {
      env: { ...process.env, ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: words === undefined,
      ...defined({ signal }),
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout = (stdout + chunk.toString()).slice(-KEPT)));
    child.stderr.on('data', (chunk: Buffer) => (stderr = (stderr + chunk.toString()).slice(-KEPT)));
    const end = (code: number | null, more = ''): void =>
      resolve({ code, stdout, stderr: lastLines(withoutPassword(`${stderr}${more}`, variables)) });
    child.on('error', (error) => end(null, error.message));
    child.on('close', (code, ended) => end(code, ended === null ? '' : `ended by ${ended}`));
  });
}

const lastLines = (text: string): string => text.trim().split('\n').slice(-10).join('\n');

const withoutPassword = (text: string, { PGPASSWORD }: Readonly<Record<string, string>>): string =>
  PGPASSWORD === undefined || PGPASSWORD === '' ? text : text.replaceAll(PGPASSWORD, '***');
