// The two streams of a command: stdout has the result, stderr has the progress and the prompts. All text passes
// `shown` (shown.ts), which hides secrets and shows what a terminal or a CI system would obey.
import { createInterface } from 'node:readline';
import { SchemaError } from '../errors.ts';
import { fileProblem } from '../files/problems.ts';
import { type Palette, paletteOf, type Shown, shownWith } from './shown.ts';
import { cut } from './width.ts';

/**
 * The settings of the output. They are read from the words and variables of the call before other settings are
 * resolved.
 */
export interface Look {
  readonly json: boolean;
  readonly ndjson: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly noInput: boolean;
  /** Null: the terminal decides. */
  readonly color: boolean | null;
}

/** A result in the format of another program: SQL for psql, or text whose writer has escaped what must not be shown. */
export type Formatted = { readonly sql: string } | { readonly json: unknown } | { readonly escaped: string };

export interface Terminal {
  readonly look: Look;
  readonly out: Palette;
  readonly err: Palette;
  /** Whether a live line can be shown. */
  readonly live: boolean;
  /** The columns of stdout and stderr; null where they are no terminals, whose lines have no limit. */
  readonly columns: { readonly out: number | null; readonly err: number | null };
  /** Prints the result: as a document with `--json`, else as text. Once per command. */
  product(result: string | Formatted, document: Readonly<Record<string, unknown>>): void;
  /** Prints a line of progress. */
  note(text: string): void;
  /** Prints an event of `--log-format ndjson`. */
  event(event: Readonly<Record<string, unknown>>): void;
  /** Prints text that `--quiet` does not remove, a warning or an error; as an event with `--log-format ndjson`. */
  warn(text: string): void;
  /** Shows a line that the next one replaces; null removes it. */
  status(text: string | null): void;
  /** Asks for yes or no; raises `runner/confirmation` without a terminal. */
  confirm(question: string, otherwise: Otherwise): Promise<boolean>;
  /** Asks for a text; raises as `confirm` does. */
  ask(question: string, otherwise: Otherwise): Promise<string>;
}

/** The message of the error where no person can be asked. */
interface Otherwise {
  readonly detail?: string;
  readonly hint: string;
}

/** The flag decides, then NO_COLOR (https://no-color.org) and FORCE_COLOR, then whether the stream is a terminal. */
function isColored(look: Look, stream: NodeJS.WriteStream): boolean {
  if (look.color !== null) return look.color;
  if (process.env['NO_COLOR']) return false;
  if (process.env['FORCE_COLOR']) return process.env['FORCE_COLOR'] !== '0';
  return stream.isTTY === true && process.env['TERM'] !== 'dumb';
}

export const columnsOf = (stream: NodeJS.WriteStream): number | null =>
  stream.isTTY === true && stream.columns > 0 ? stream.columns : null;

/**
 * Output is lost after the reader has gone (`| head`) or the disk is full, and the command continues: it may be changing
 * a database. Lost output of a full disk is an error in the end; `report` gets it.
 */
export function surviveLostOutput(report: (error: unknown) => void): void {
  let lost = false;
  for (const [name, stream] of [
    ['stdout', process.stdout],
    ['stderr', process.stderr],
  ] as const) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || lost) return;
      lost = true;
      report(fileProblem(name, 'written', error));
      process.once('exit', () => {
        process.exitCode = 1;
      });
    });
  }
}

/** `secrets`: values that are never printed, besides those that `withoutSecrets` knows by their keywords. */
export function openTerminal(look: Look, secrets: readonly string[] = []): Terminal {
  const { stdout, stderr } = process;
  const shown = shownWith(secrets);
  const live = stderr.isTTY === true && !look.quiet && !look.ndjson && process.env['TERM'] !== 'dumb';
  let hasStatus = false;
  const clear = (): void => {
    if (hasStatus) stderr.write('\r\u001b[K');
    hasStatus = false;
  };
  const line = (text: string): void => {
    clear();
    stderr.write(`${shown.text(text)}\n`);
  };
  const jsonLine = (event: Readonly<Record<string, unknown>>): void => {
    clear();
    stderr.write(`${shown.json(event)}\n`);
  };
  const warn = (text: string): void => (look.ndjson ? jsonLine({ event: 'message', text }) : line(text));
  return {
    look,
    out: paletteOf(isColored(look, stdout)),
    err: paletteOf(!look.ndjson && isColored(look, stderr)),
    live,
    columns: { out: columnsOf(stdout), err: columnsOf(stderr) },
    product(result, document) {
      clear();
      const text = look.json ? shown.json(document, 2) : formatted(shown, result).replace(/\n$/, '');
      if (text !== '') stdout.write(`${text}\n`);
      const sql = !look.json && typeof result !== 'string' && 'sql' in result ? result.sql : '';
      if (shown.masked(sql) !== sql) warn('warning: passwords in this SQL are shown as ***, so it does not set them');
    },
    note: (text) => {
      if (!look.quiet && !look.ndjson) line(text);
    },
    event: (event) => {
      if (!look.quiet && look.ndjson) jsonLine(event);
    },
    warn,
    status(text) {
      clear();
      if (!live || text === null) return;
      stderr.write(cut(shown.line(text), (stderr.columns || 80) - 1));
      hasStatus = true;
    },
    confirm(question, otherwise) {
      clear();
      return confirm(look, shown.text(question), otherwise);
    },
    async ask(question, otherwise) {
      clear();
      refuseQuestion(look, question, otherwise);
      return (await ask(`${shown.text(question)} `)).trim();
    },
  };
}

function formatted(shown: Shown, result: string | Formatted): string {
  if (typeof result === 'string') return shown.text(result);
  if ('sql' in result) return shown.sql(result.sql);
  return 'json' in result ? shown.json(result.json, 2) : shown.masked(result.escaped);
}

async function confirm(look: Look, question: string, otherwise: Otherwise): Promise<boolean> {
  refuseQuestion(look, question, otherwise);
  return isYes(await ask(`${question} Go on? [y/N] `));
}

/** Whether a person at a terminal can be asked. */
export const canAsk = ({ noInput }: Pick<Look, 'noInput'>): boolean =>
  process.stdin.isTTY === true && process.stderr.isTTY === true && !noInput && !process.env['CI'];

function refuseQuestion(look: Look, question: string, otherwise: Otherwise): void {
  if (!canAsk(look)) throw new SchemaError('runner/confirmation', question, otherwise);
}

const isYes = (answer: string): boolean => /^y(es)?$/i.test(answer.trim());

function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    lines.once('close', () => resolve(''));
    // The readline interface takes over Ctrl-C.
    lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    lines.question(question, (answer) => {
      resolve(answer);
      lines.close();
    });
  });
}
