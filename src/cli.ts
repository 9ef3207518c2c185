#!/usr/bin/env node
// The program: what an error is as an exit code, and what a signal does.
import { failed } from './cli/failure.ts';
import { stateText } from './cli/interrupted.ts';
import { buildProgram } from './cli/program.ts';
import { type Frame, newFrame } from './cli/session.ts';
import { surviveLostOutput } from './cli/terminal.ts';
import { closeScratch } from './scratch/instances.ts';
import { toolVersion } from './settings/version.ts';

/** While a database is changed its session ends first, which gives the lock back; a second signal does not wait. */
function onSignal(frame: Frame, exitCode: number): void {
  if (!frame.changing) frame.terminal.warn('interrupted: no migration was running');
  if (!frame.changing || frame.abort.signal.aborted) process.exit(exitCode);
  frame.terminal.warn('interrupted: ending the session');
  frame.abort.abort();
  setTimeout(() => process.exit(exitCode), 10_000).unref();
}

const words = process.argv.slice(2);
const frame = newFrame(words);
let interrupted: number | undefined;
for (const [signal, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.on(signal, () => onSignal(frame, (interrupted = exitCode)));
}
surviveLostOutput((error) => failed(frame, error));
/** Not an option of the program, which would take it from commands that have one of their own. */
if (/^(-V|--version)$/.test(words[0] ?? '')) {
  process.stdout.write(`${toolVersion()}\n`);
  process.exit(0);
}
const exitCode = await buildProgram(frame, words)
  .then((program) => program.parseAsync())
  .then(() => frame.exitCode)
  .catch((error: unknown) => {
    if (interrupted === undefined) return failed(frame, error);
    frame.terminal.warn(stateText(frame.progress));
    return interrupted;
  })
  .finally(closeScratch);
process.exitCode = interrupted ?? exitCode;
