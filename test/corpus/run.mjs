// Runs corpora of schemas through the library as the command line does, on a real server, judged by the catalog oracle.
//   npm run corpus -- --server 18 [--jobs 2] [--every N] [--only TEXT] [--out FILE] PATH...
// --pull: pull each schema, plan it to nothing, build it elsewhere and compare, in place of going from old to new.
// PATH: a .jsonl file of pairs, a folder of them, a folder of schemas (*.sql with manifest.json), or of evolutions.
import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startServer } from '../support/servers/server.mjs';
import { readCases } from './cases.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    server: { type: 'string', default: '18' },
    jobs: { type: 'string', default: '2' },
    every: { type: 'string', default: '1' },
    only: { type: 'string' },
    pull: { type: 'boolean', default: false },
    out: { type: 'string', default: '.schema/corpus.json' },
    'server-directory': { type: 'string' },
  },
});
if (positionals.length === 0) {
  console.error(
    'usage: npm run corpus -- --server 15|16|17|18 [--jobs N] [--every N] [--only TEXT] [--out FILE] PATH...',
  );
  process.exit(64);
}
const major = Number(values.server);
const cases = readCases(positionals, major)
  .filter((item) => !values.only || item.id.includes(values.only))
  .filter((_, index) => index % Number(values.every) === 0);
const directory = values['server-directory'];
const server = await startServer(major, directory ? { directory } : {});
const results = [];
const started = Date.now();
await Promise.all(Array.from({ length: Number(values.jobs) }, work));
await server.stop();
report(results);

/** One worker process takes case after case; a case that hangs or kills it counts as failed. */
async function work() {
  let child = null;
  for (let item = cases.shift(); item !== undefined; item = cases.shift()) {
    child ??= fork(fileURLToPath(new URL('./worker.mjs', import.meta.url)), [], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const result = await ask(child, item);
    if (result.lost) child = null;
    results.push({ id: item.id, source: item.source, ...result });
    if (results.length % 50 === 0) progress();
  }
  child?.kill();
}

function ask(child, item) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 600_000);
    const done = (result) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(result);
    };
    child.once('message', done);
    child.once('exit', (code, signal) =>
      done({ outcome: 'fail', stage: 'process', cause: `worker ended: ${signal ?? code}`, lost: true }),
    );
    child.send({ item, url: server.url('postgres'), pull: values.pull });
  });
}

function progress() {
  const passed = results.filter((result) => result.outcome === 'pass').length;
  console.error(`${results.length} done, ${passed} passed, ${Math.round((Date.now() - started) / 1000)} s`);
}

function report(all) {
  const sources = Map.groupBy
    ? Map.groupBy(all, (r) => r.source)
    : all.reduce((m, r) => m.set(r.source, [...(m.get(r.source) ?? []), r]), new Map());
  const count = (list, outcome) => list.filter((result) => result.outcome === outcome).length;
  const row = (name, list) =>
    `${name.padEnd(24)}${String(list.length).padStart(6)}${String(count(list, 'pass')).padStart(6)}${String(count(list, 'refused')).padStart(9)}${String(count(list, 'fail')).padStart(6)}${((100 * count(list, 'pass')) / list.length).toFixed(1).padStart(8)} %`;
  console.log(
    `${'source'.padEnd(24)}${'cases'.padStart(6)}${'pass'.padStart(6)}${'refused'.padStart(9)}${'fail'.padStart(6)}${'pass'.padStart(10)}`,
  );
  for (const [name, list] of [...sources].sort()) console.log(row(name, list));
  console.log(row('all', all));
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(
    values.out,
    JSON.stringify(
      all.filter((result) => result.outcome !== 'pass'),
      null,
      1,
    ),
  );
  writeFileSync(values.out.replace(/\.json$/, '.all.json'), JSON.stringify(all));
  const empty = all.filter((result) => result.outcome === 'pass' && result.empty).length;
  if (empty > 0)
    console.log(`\n${empty} of those that pass were judged on empty tables: rows of ours break what they add`);
  const causes = new Map();
  for (const result of all)
    if (result.outcome !== 'pass') causes.set(cause(result), (causes.get(cause(result)) ?? 0) + 1);
  console.log('\ncauses');
  for (const [name, n] of [...causes].sort((a, b) => b[1] - a[1]).slice(0, 40))
    console.log(`${String(n).padStart(5)}  ${name}`);
  console.log(
    `\n${count(all, 'pass')} passed, ${all.length - count(all, 'pass')} failed on PostgreSQL ${major} in ${Math.round((Date.now() - started) / 1000)} s; details in ${values.out}`,
  );
  process.exitCode = count(all, 'fail') + count(all, 'refused') > 0 ? 1 : 0;
}

function cause(result) {
  return `${result.stage}: ${String(result.cause)
    .split('\n')[0]
    .replace(/"[^"]*"/g, '"…"')
    .replace(/\b[\w]+\.[\w]+\b/g, '…')
    .slice(0, 110)}`;
}
