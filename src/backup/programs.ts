// Running other programs: a command of the user's, pg_dump, pg_restore.
import { spawn } from 'node:child_process';
import { defined } from '../defined.ts';

export interface Program {
  /** A command line for the shell, or a program with its arguments. */
  readonly command: string;
  /** Absent: `command` is for the shell. */
  readonly words?: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

export interface ProgramEnd {
  /** Null: it did not start, or a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  /** The last lines, without the secrets of its variables. */
  readonly stderr: string;
}

/** What is kept of each stream, in characters. */
const KEPT = 1_000_000;

/** Runs a program to its end, with the variables added to those of this process. Raises nothing. */
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
