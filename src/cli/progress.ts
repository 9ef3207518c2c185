// Prints events of the workflows and the runner as lines on stderr.
import type { Progress } from '../settings/project.ts';
import { oneLine } from '../sql/shown.ts';
import type { Activity, RunEvent } from '../workflows/apply.ts';
import type { Terminal } from './terminal.ts';

/** For statements that take longer, a line reports their end. */
const SLOW_MS = 1000;

export const msText = (ms: number): string => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);

/** One line of SQL, shortened. */
export const sqlLine = (sql: string, width = 100): string => {
  const line = sql.replace(/\s+/g, ' ').trim();
  return line.length <= width ? line : `${line.slice(0, width - 1)}…`;
};

/** Progress for `Project.report`. */
export const phaseReporter =
  (terminal: Terminal) =>
  (event: Progress): void => {
    terminal.event({ event: event.kind, text: event.text });
    if (event.kind === 'warning') {
      if (!terminal.look.ndjson) terminal.warn(`${terminal.err.yellow('warning')}: ${event.text}`);
    } else if (terminal.live) terminal.status(`${event.text} …`);
    else terminal.note(event.text);
  };

/** Progress for the runner. `end` removes the live line. */
export function runReporter(terminal: Terminal): { report(event: RunEvent): void; end(): void } {
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    clearInterval(timer);
    terminal.status(null);
  };
  const tick = (text: string): void => {
    stop();
    const began = performance.now();
    const show = (): void => terminal.status(`${text}  ${Math.round((performance.now() - began) / 1000)} s`);
    terminal.status(text);
    timer = setInterval(show, SLOW_MS);
    timer.unref();
  };
  return {
    end: stop,
    report(event) {
      terminal.event({ event: event.kind, ...event });
      if (event.kind === 'notice') {
        stop();
        showNotice(terminal, event);
      } else if (event.kind === 'statement started' && terminal.live) tick(statementText(event));
      else if (event.kind === 'index progress' && terminal.live) tick(progressText(event));
      else {
        const line = lineOf(event);
        if (event.kind !== 'statement finished' || line !== null) stop();
        if (line !== null) terminal.note(oneLine(line));
      }
    },
  };
}

/** Warnings are shown always, INFO is meant for the client, NOTICE is for those who look closely (as in the docs). */
function showNotice(terminal: Terminal, event: Extract<RunEvent, { kind: 'notice' }>): void {
  const { severity, message, detail, hint } = event;
  const more = [detail === null ? [] : [`DETAIL: ${detail}`], hint === null ? [] : [`HINT: ${hint}`]].flat();
  const line = `  ${event.statement} ${severity}: ${[message, ...more].join(' ')}`;
  if (severity === 'WARNING') {
    if (!terminal.look.ndjson) terminal.warn(terminal.err.yellow(line));
  } else if (severity === 'INFO' || terminal.look.verbose) terminal.note(line);
}

const statementText = (event: Extract<RunEvent, { kind: 'statement started' }>): string =>
  `  ${event.statement}/${event.of} ${sqlLine(event.sql)}`;

const progressText = ({ statement, phase, percent }: Extract<RunEvent, { kind: 'index progress' }>): string =>
  `  ${statement} ${phase}${percent === null ? '' : `, ${percent} %`}`;

const sessionText = ({ pid, application, state, query }: Activity): string =>
  `${application === '' ? 'a session' : application} (pid ${pid}${state === null ? '' : `, ${state}`})` +
  (query === null ? '' : `: ${sqlLine(query, 60)}`);

const blockedText = (by: readonly Activity[]): string => by.map(sessionText).join('; ');

function retryText(event: Extract<RunEvent, { kind: 'retrying' }>): string {
  const by = event.blockers.length === 0 ? '' : `, blocked by ${blockedText(event.blockers)}`;
  const when = `again in ${msText(event.inMs)}, ${event.attempt}/${event.of}`;
  return `  ${event.message} (${event.sqlstate})${by}: ${when}`;
}

function lineOf(event: RunEvent): string | null {
  switch (event.kind) {
    case 'waiting for lock':
      return `waiting for the migration lock, held by ${event.holder === null ? 'another runner' : sessionText(event.holder)}`;
    case 'blocked':
      return `  ${event.statement} waits for ${blockedText(event.by)}`;
    case 'cleaned up':
      return `  ${event.statement} dropped ${event.what}, left behind by an earlier attempt`;
    case 'hook output':
      return event.line;
    case 'connection lost':
      return `${event.path}: ${event.message}; waiting for the server`;
    case 'reconnected':
      return `reconnected${event.outcome === null ? '' : `: the transaction is ${event.outcome}`}`;
    case 'index progress':
      return null;
    case 'migration started': {
      const resumed = event.done > 0 ? `, going on after ${event.done}` : '';
      return `${event.direction} ${event.path} (${count(event.statements, 'statement')}${resumed})`;
    }
    case 'statement started':
      return statementText(event);
    case 'statement finished':
      return event.ms < SLOW_MS ? null : `  ${event.statement} done in ${msText(event.ms)}`;
    case 'statement skipped':
      return `  ${event.statement} skipped: ${event.why}`;
    case 'retrying':
      return retryText(event);
    case 'migration finished':
      return `${event.direction === 'apply' ? 'applied' : 'undone'} ${event.path} in ${msText(event.ms)}`;
    case 'committed':
    case 'notice':
      return null;
  }
}

/** `1 statement`, `3 statements`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
