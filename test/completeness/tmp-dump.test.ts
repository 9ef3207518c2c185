import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, test } from 'vitest';
import { closeScratch } from '#src/scratch/scratch.js';
import { loadParser } from '#src/sql/parser.js';
import { loadCase, readCases } from '../cases/case.ts';

beforeAll(loadParser);
afterAll(closeScratch);
const only = process.env.ONLY;
test('dump', async () => {
  const out: any = {};
  const ser = (c: any) => ({ ...c, objects: [...c.objects], sizes: [] });
  for (const item of readCases()) {
    if (only && !new RegExp(only).test(item.name)) continue;
    const o = item.options as any;
    const outcome = o.refused !== undefined ? 'refused' : o.expect?.nothing ? 'nothing' : 'planned';
    try {
      const l = await loadCase(item);
      out[item.name] = { outcome, before: ser(l.before), after: ser(l.after) };
    } catch (e) {
      if (outcome !== 'refused') console.log(item.name, String(e));
    }
  }
  writeFileSync(process.env.OUT ?? '/tmp/h4-shown.json', JSON.stringify(out));
}, 600000);
