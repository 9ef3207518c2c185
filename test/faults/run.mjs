// @ts-check
// The fault tests in their full numbers, against the built program and a real server. Prints a table; ends with 1 if
// anything did not come out as it should.
//
//   node test/faults/run.mjs [--server 18] [--points 200] [--seed 1] [--only TEXT] [--parallel 2]
import { parseArgs } from 'node:util';
import { startServer } from '../support/servers/server.mjs';
import { bigFile } from './big.mjs';
import { diskFull } from './disk.mjs';
import { CRASH, interrupted, KILL, restart, SIGNALS, TERMINATE, together, undisturbed } from './interrupted.mjs';
import { cutAtCommit, deadlock, longReader, throughPgbouncer } from './others.mjs';

const { values } = parseArgs({
  options: {
    server: { type: 'string', default: '18' },
    points: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    parallel: { type: 'string', default: '2' },
  },
});
const points = Number(values.points);
const seed = Number(values.seed);

/** @typedef {{ name: string, points: number, failed: readonly string[], note: string, ms: number, ran: boolean }} Line */

/** @type {Line[]} */
const lines = [];

/**
 * @param {string} name
 * @param {() => Promise<{ points: number, failed: readonly string[], note?: string, ran?: boolean }>} test
 */
async function line(name, test) {
  if (!name.includes(values.only)) return;
  const began = performance.now();
  const result = await test().catch((error) => ({ points: 1, failed: [String(error?.stack ?? error)] }));
  const ms = performance.now() - began;
  lines.push({ note: '', ran: true, ...result, name, ms });
  show(lines.at(-1));
}

/** @param {Line | undefined} shown */
function show(shown) {
  if (shown === undefined) return;
  const { name, points: all, failed, note, ms, ran } = shown;
  const passed = ran ? `${all - failed.length} of ${all}` : 'not run';
  process.stdout.write(
    `${name.padEnd(44)} ${passed.padStart(10)} ${`${(ms / 1000).toFixed(1)} s`.padStart(9)}  ${note}\n`,
  );
  for (const why of failed) process.stdout.write(`    ${why.split('\n').join('\n    ')}\n`);
}

/** @param {string | null | undefined} why */
const one = (why) => ({ points: 1, failed: why === null || why === undefined ? [] : [why] });

const server = await startServer(Number(values.server));
try {
  const model = await undisturbed(server);
  process.stdout.write(
    `PostgreSQL ${server.major}; undisturbed: ${model.events} events in ${Math.round(model.ms)} ms\n`,
  );
  const few = Math.max(2, Math.round(points / 10));
  /** @param {string} name @param {Parameters<typeof interrupted>[2]} what @param {number} count @param {number} [parallel] */
  const random = (name, what, count, parallel = 1) =>
    line(name, async () => {
      const outcome = await interrupted(server, model, what, { points: count, seed, parallel });
      const codes = [...outcome.codes].sort().map(([code, number]) => `${number} x ${code}`);
      const slowest = `slowest apply afterwards ${(outcome.slowestMs / 1000).toFixed(1)} s`;
      const failed = outcome.failed.map(({ point, why }) => `seed ${point}: ${why}`);
      return { points: count, failed, note: `ended with ${codes.join(', ')}; ${slowest}` };
    });
  await random('program killed (SIGKILL)', KILL, points, Number(values.parallel));
  await random('program told to end (SIGINT, SIGTERM)', SIGNALS, few);
  await random('sessions ended by pg_terminate_backend', TERMINATE, few);
  await random('backend killed (SIGKILL), server recovers', CRASH, few);
  await random('server restarted, fast', restart('fast'), few);
  await random('server restarted, immediate', restart('immediate'), few);
  for (const how of /** @type {const} */ (['forwarded', 'held'])) {
    await line(`connection cut at COMMIT, ${how}`, async () => {
      const failed = [];
      let from = 1;
      for (; ; from++) {
        const why = await cutAtCommit(server, model, how, from);
        if (why === undefined) break;
        if (why !== null) failed.push(`COMMIT ${from}: ${why}`);
      }
      return { points: from - 1, failed, note: 'each COMMIT once' };
    });
  }
  await line('four programs at once', async () => {
    const rounds = Math.max(1, Math.round(points / 40));
    const failed = [];
    for (let round = 0; round < rounds; round++) {
      const why = await together(server, model);
      if (why !== null) failed.push(why);
    }
    return { points: rounds, failed };
  });
  await line('disk full, in a transaction and in an index', async () => {
    const why = await diskFull(server);
    return { ...one(why), ran: why !== undefined, note: why === undefined ? 'nothing can be mounted here' : '' };
  });
  for (const megabytes of [0.01, 50]) {
    await line(`file of 50 MB, ${megabytes} MB a statement`, async () => {
      const { why, ms } = await bigFile(server, megabytes);
      return { ...one(why), note: `${(ms / 1000).toFixed(1)} s` };
    });
  }
  await line('long reader', async () => one(await longReader(server)));
  await line('deadlock', async () => one(await deadlock(server)));
  for (const mode of /** @type {const} */ (['transaction', 'statement', 'session'])) {
    await line(`PgBouncer, pool_mode = ${mode}`, async () => one(await throughPgbouncer(server, model, mode)));
  }
} finally {
  await server.stop();
}
const all = lines.reduce((sum, { points: count, ran }) => sum + (ran ? count : 0), 0);
const failures = lines.reduce((sum, { failed }) => sum + failed.length, 0);
process.stdout.write(`${all - failures} passed, ${failures} failed\n`);
process.exitCode = failures === 0 && all > 0 ? 0 : 1;
