// One case after the other, asked for by run.mjs.
import { judge, judgePull } from './judge.mjs';

process.on('message', async ({ item, url, pull }) => {
  const started = Date.now();
  const result = await (pull ? judgePull : judge)(item, url).catch((error) => ({
    outcome: 'fail',
    stage: 'harness',
    cause: error.stack ?? String(error),
  }));
  process.send({ ...result, ms: Date.now() - started, rss: Math.round(process.memoryUsage().rss / 1e6) });
});
