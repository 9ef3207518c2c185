// A few points of each fault; `npm run faults` has the full numbers.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edgeMajors } from '../support/servers/database.ts';
import { type Server, startServer } from '../support/servers/server.mjs';
import { bigFile } from './big.mjs';
import { diskFull } from './disk.mjs';
import { interrupted, KILL, together, type Undisturbed, undisturbed } from './interrupted.mjs';
import { throughPgbouncer } from './others.mjs';
import { hasPgbouncer } from './pgbouncer.mjs';

let server: Server;
let model: Undisturbed;
beforeAll(async () => {
  server = await startServer(Math.max(...edgeMajors));
  model = await undisturbed(server);
});
afterAll(() => server?.stop());

test('R01: a program that is killed, or told to end: the next one goes on to the same end', async () => {
  // Another seed for each run would find more, and nobody could repeat it.
  const killed = await interrupted(server, model, KILL, { points: 3, seed: 17, parallel: 2 });
  expect(killed.failed).toEqual([]);
  expect(killed.codes.get('SIGKILL')).toBe(3);
  expect(killed.slowestMs).toBeLessThan(60_000);
});

test('R15: four programs at once on an empty database', async () => {
  expect(await together(server, model)).toBeNull();
});

// Where the binary is missing, the name of the test says so; `npm run faults` fails there.
const modes = hasPgbouncer() ? (['transaction', 'session'] as const) : [];
test.each(modes)('R04: through PgBouncer in %s mode', async (mode) => {
  expect(await throughPgbouncer(server, model, mode)).toBeNull();
});
test(`PgBouncer is ${hasPgbouncer() ? 'here' : 'not installed here: not tested'}`, () => {
  expect(modes.length).toBe(hasPgbouncer() ? 2 : 0);
});

test('a disk that fills up', async () => {
  // Undefined: no file system may be mounted here.
  expect([null, undefined]).toContain(await diskFull(server));
});

test('a file of 50 MB', async () => {
  expect((await bigFile(server)).why).toBeNull();
});
