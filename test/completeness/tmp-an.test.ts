import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { comparedAttributes, coverageOf } from './coverage.ts';

test('an', () => {
  const j = JSON.parse(readFileSync('/tmp/h4-shown.json', 'utf8'));
  const un = (c: any) => ({ ...c, objects: new Map(c.objects), sizes: new Map() });
  const shown = Object.values(j).map((x: any) => ({ outcome: x.outcome, before: un(x.before), after: un(x.after) }));
  const cov = coverageOf(shown);
  const lines = cov.map((c) => {
    const miss = comparedAttributes(c.kind).filter((a) => !c.ways.has(a));
    const com = [
      c.kind.uncommented || c.ways.has('comment') ? '' : 'COMMENT',
      !c.owned || c.ways.has('owner') ? '' : 'OWNER',
      !c.kind.privileges || c.ways.has('grants') ? '' : 'GRANTS',
      c.create ? '' : 'CREATE',
      c.drop ? '' : 'DROP',
    ].filter(Boolean);
    return `${c.kind.name}: create ${c.create} drop ${c.drop}\n    MISSING ${[...miss, ...com].join(', ')}\n    ways ${[...c.ways].map(([a, w]) => `${a}=${[...w].join('/')}`).join(', ')}\n   needs ${[...c.needs].map((x) => x.join(' ')).join('; ')}`;
  });
  writeFileSync('/tmp/h4-an.txt', lines.join('\n'));
});
