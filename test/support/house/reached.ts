// What a test file imports, directly and through others, once it runs: imports of types only do not count.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^;'"]*?from\s+)?'([^']+)'|\bimport\(\s*'([^']+)'/gm;

/** The packages and modules of Node.js that `path` (from the repository's root) leads to, each with the way there. */
export function packagesReached(path: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const seen = new Set([path]);
  const queue: (readonly [path: string, way: string])[] = [[path, path]];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [from, way] = next;
    for (const [, named, dynamic] of readFileSync(join(ROOT, from), 'utf8').matchAll(IMPORT)) {
      const target = resolved(from, named ?? dynamic ?? '');
      if (!/^(src|test)\//.test(target)) found.set(target, found.get(target) ?? `${way} -> ${target}`);
      else if (!seen.has(target)) {
        seen.add(target);
        queue.push([target, `${way} -> ${target}`]);
      }
    }
  }
  return found;
}

/** A file from the root, or a package as it stands. */
function resolved(from: string, specifier: string): string {
  if (specifier.startsWith('#src/')) return specifier.replace(/^#/, '').replace(/\.js$/, '.ts');
  return specifier.startsWith('.') ? join(dirname(from), specifier).replaceAll('\\', '/') : specifier;
}
