// @ts-check
// Runs that are interrupted at random points: the program killed or told to end, its sessions ended, the server restarted.
import { setTimeout as sleep } from 'node:timers/promises';
import { apply, ask, converges, folderOf, start, stateOf } from './project.mjs';
import { randomOf } from './random.mjs';

/**
 * @typedef {import('../support/servers/server.mjs').Server} Server
 * @typedef {{ expected: string, events: number, ms: number }} Undisturbed
 * @typedef {(point: { child: import('node:child_process').ChildProcess, url: string, server: Server, random: () => number }) =>
 *   Promise<void> | void} Fault
 * @typedef {{ point: number, why: string }} Failed
 * @typedef {{ failed: Failed[], codes: Map<string, number>, slowestMs: number }} Outcome
 */

/** @param {Server} server @returns {Promise<Undisturbed>} */
export async function undisturbed(server) {
  const folder = folderOf();
  const name = await server.createDatabase();
  const url = server.url(name);
  let events = 0;
  const run = await start(folder.path, url, ['apply'], () => events++).ended;
  if (run.code !== 0) throw new Error(`the undisturbed run ended with ${run.code}:\n${run.stderr}`);
  const expected = await stateOf(url);
  await server.dropDatabase(name);
  folder.remove();
  return { expected, events, ms: run.ms };
}

/** What may come of it, besides going on to the end: codes that the documentation has for it. */
export const KILL = { fault: /** @type {Fault} */ (({ child }) => void child.kill('SIGKILL')), codes: ['SIGKILL'] };

export const SIGNALS = {
  fault: /** @type {Fault} */ (({ child, random }) => void child.kill(random() < 0.5 ? 'SIGINT' : 'SIGTERM')),
  codes: ['130', '143'],
};

/** Of the working session, of the guarding one, or of both. */
export const TERMINATE = {
  fault: /** @type {Fault} */ (
    async ({ url, random }) => {
      const which = ["!~ 'lock'", "~ 'lock'", "~ '.'"][Math.floor(random() * 3)];
      await ask(
        url,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()
         AND application_name ~ '^schema' AND application_name ${which}`,
      );
    }
  ),
  codes: ['5', '6', '7', '11'],
};

/** kill -9 of a backend: the server ends all sessions and recovers. */
export const CRASH = {
  fault: /** @type {Fault} */ (
    async ({ url }) => {
      const [row] = await ask(
        url,
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name ~ '^schema' AND application_name !~ 'lock'",
      );
      if (row !== undefined) process.kill(row.pid, 'SIGKILL');
    }
  ),
  codes: ['11'],
};

/** @param {'fast' | 'immediate'} how */
export const restart = (how) => ({
  fault: /** @type {Fault} */ (({ server, random }) => server.restart(how, random() * 300)),
  codes: ['11'],
});

/**
 * Runs the program on an empty database, interrupts it at a random event, and lets it go on: `apply` again must end with
 * 0 in the state of the undisturbed run, with no other step.
 * @param {Server} server @param {Undisturbed} model @param {{ fault: Fault, codes: readonly string[] }} what
 * @param {{ points: number, seed: number, parallel?: number, onPoint?: () => void }} options
 * @returns {Promise<Outcome>}
 */
export async function interrupted(server, model, what, { points, seed, parallel = 1, onPoint }) {
  /** @type {Outcome} */
  const outcome = { failed: [], codes: new Map(), slowestMs: 0 };
  let next = 0;
  const worker = async () => {
    for (let point = next++; point < points; point = next++) {
      const why = await onePoint(server, model, what, randomOf(seed + point), outcome).catch((error) => String(error));
      if (why !== null) outcome.failed.push({ point: seed + point, why });
      onPoint?.();
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return outcome;
}

/**
 * @param {Server} server @param {Undisturbed} model @param {{ fault: Fault, codes: readonly string[] }} what
 * @param {() => number} random @param {Outcome} outcome @returns {Promise<string | null>}
 */
async function onePoint(server, model, what, random, outcome) {
  const folder = folderOf();
  const name = await server.createDatabase();
  const url = server.url(name);
  const at = Math.floor(random() * model.events);
  const delay = random() * 20;
  /** @type {Promise<void>} */
  let struck = Promise.resolve();
  const running = start(folder.path, url, ['apply'], (_event, number) => {
    if (number !== at) return;
    struck = sleep(delay).then(() => what.fault({ child: running.child, url, server, random }));
  });
  const ended = await running.ended;
  await struck;
  const code = String(ended.code ?? ended.signal);
  outcome.codes.set(code, (outcome.codes.get(code) ?? 0) + 1);
  const expected = ['0', ...what.codes].includes(code);
  const began = performance.now();
  const why = expected
    ? await converges(folder.path, url, model.expected)
    : `ended with ${code}: ${ended.stderr.slice(-600)}`;
  outcome.slowestMs = Math.max(outcome.slowestMs, performance.now() - began);
  await server.dropDatabase(name);
  folder.remove();
  return why === null ? null : `interrupted at event ${at} + ${Math.round(delay)} ms: ${why}`;
}

/**
 * Four programs at once on an empty database: each file runs once, and all end with 0.
 * @param {Server} server @param {Undisturbed} model @param {number} [runners] @returns {Promise<string | null>}
 */
export async function together(server, model, runners = 4) {
  const folder = folderOf();
  const name = await server.createDatabase();
  const url = server.url(name);
  const ended = await Promise.all(Array.from({ length: runners }, () => apply(folder.path, url, ['--json'])));
  const wrong = ended.find(({ code }) => code !== 0);
  const ran = ended.map(({ stdout }) => JSON.parse(stdout).files?.length).sort((a, b) => a - b);
  const state = await stateOf(url);
  await server.dropDatabase(name);
  folder.remove();
  if (wrong !== undefined) return `one ended with ${wrong.code}: ${wrong.stderr.slice(-600)}`;
  if (ran.slice(0, -1).some((files) => files !== 0)) return `they ran ${ran.join(', ')} files`;
  return state === model.expected ? null : 'another state';
}
