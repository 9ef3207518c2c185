// The two streams of a command: stdout has the result, stderr has the progress and the prompts.
import { createInterface } from 'node:readline';
import colors from 'picocolors';
import { SchemaError } from '../errors.ts';
import { fileProblem } from '../files/problems.ts';
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

export type Paint = (text: string) => string;

export type Palette = Readonly<Record<'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan', Paint>>;

export interface Terminal {
  readonly look: Look;
  readonly out: Palette;
  readonly err: Palette;
  /** Whether a live line can be shown. */
  readonly live: boolean;
  /** Prints the result: as a document with `--json`, else as text. Once per command. */
  product(text: string, document: Readonly<Record<string, unknown>>): void;
  /** Prints a line of progress. */
  note(text: string): void;
  /** Prints an event of `--log-format ndjson`. */
  event(event: Readonly<Record<string, unknown>>): void;
  /** Prints a line that `--quiet` does not remove: a warning or an error. */
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

export function openTerminal(look: Look): Terminal {
  const { stdout, stderr } = process;
  const live = stderr.isTTY === true && !look.quiet && !look.ndjson && process.env['TERM'] !== 'dumb';
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write('\r\u001b[K');
    shown = false;
  };
  const line = (text: string): void => {
    clear();
    stderr.write(`${text}\n`);
  };
  return {
    look,
    out: colors.createColors(isColored(look, stdout)),
    err: colors.createColors(isColored(look, stderr)),
    live,
    product(text, document) {
      clear();
      const product = look.json ? JSON.stringify(document, null, 2) : text.replace(/\n$/, '');
      if (product !== '') stdout.write(`${product}\n`);
    },
    note: (text) => {
      if (!look.quiet && !look.ndjson) line(text);
    },
    event: (event) => {
      if (!look.quiet && look.ndjson) line(JSON.stringify(event));
    },
    warn: line,
    status(text) {
      clear();
      if (!live || text === null) return;
      stderr.write(cut(text, (stderr.columns || 80) - 1));
      shown = true;
    },
    confirm(question, otherwise) {
      clear();
      return confirm(look, question, otherwise);
    },
    async ask(question, otherwise) {
      clear();
      refuseQuestion(look, question, otherwise);
      return (await ask(`${question} `)).trim();
    },
  };
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
