// The three shapes of corpora as one kind of case: {id, source, setupCluster, setup, old, new, seed}.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

export function readCases(paths, major) {
  return paths.flatMap((path) => {
    if (!statSync(path).isDirectory()) return path.endsWith('.jsonl') ? pairs(path, major) : [schema(path)];
    const entries = readdirSync(path);
    if (entries.includes('pairs.jsonl')) return evolution(path, major);
    if (entries.some((entry) => entry.endsWith('.jsonl'))) {
      return entries.filter((entry) => entry.endsWith('.jsonl')).flatMap((entry) => pairs(join(path, entry), major));
    }
    if (entries.some((entry) => existsSync(join(path, entry, 'pairs.jsonl')))) {
      return entries
        .filter((entry) => existsSync(join(path, entry, 'pairs.jsonl')))
        .flatMap((entry) => evolution(join(path, entry), major));
    }
    return schemas(path, entries, major);
  });
}

const lines = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

function pairs(path, major) {
  return lines(path)
    .filter((pair) => pair.valid?.[major] !== false)
    .map((pair) => ({
      id: pair.id,
      source: basename(path, '.jsonl'),
      setupCluster: pair.setup_cluster,
      setup: pair.setup,
      old: pair.old,
      new: pair.new,
      seed: pair.seed,
      byStatement: pair.meta?.load_by_statement === true,
      emptyPlan: pair.meta?.same_text === true,
    }));
}

function schemas(path, entries, major) {
  const validation = existsSync(join(path, 'validation.json'))
    ? JSON.parse(readFileSync(join(path, 'validation.json'), 'utf8')).schemas
    : {};
  return entries
    .filter((entry) => entry.endsWith('.sql') && !entry.endsWith('.setup.sql'))
    .filter(
      (entry) => validation[basename(entry, '.sql')]?.load?.[major] === 'ok' || !validation[basename(entry, '.sql')],
    )
    .map((entry) => schema(join(path, entry)));
}

function schema(path) {
  const setup = path.replace(/\.sql$/, '.setup.sql');
  return {
    id: `schemas/${basename(path, '.sql')}`,
    source: 'schemas',
    setupCluster: existsSync(setup) ? readFileSync(setup, 'utf8') : undefined,
    old: '',
    new: readFileSync(path, 'utf8'),
    byStatement: true,
  };
}

function evolution(path, major) {
  const setup = join(path, 'setup.sql');
  return lines(join(path, 'pairs.jsonl')).flatMap((pair) => {
    const number = pair.n ?? pair.number ?? pair.id;
    const name = typeof number === 'number' ? String(number).padStart(3, '0') : String(number).replace(/^.*\//, '');
    if (!existsSync(join(path, `${name}_old.sql`)) || pair.valid?.[major] === false) return [];
    return [
      {
        id: `${basename(path)}/${name}`,
        source: `evolution ${basename(path)}`,
        setupCluster: existsSync(setup) ? readFileSync(setup, 'utf8') : undefined,
        old: readFileSync(join(path, `${name}_old.sql`), 'utf8'),
        new: readFileSync(join(path, `${name}_new.sql`), 'utf8'),
        byStatement: true,
      },
    ];
  });
}
