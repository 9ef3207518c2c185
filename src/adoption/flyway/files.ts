// Flyway's files, for `schema import`: they are read where they are and compared with Flyway's history.
import { normalizeVersion, parseFileName } from '../../migrations/names.ts';
import { flywayChecksum } from '../checksums.ts';
import { baseOf, byPath, migration } from '../source-text.ts';
import type { Converted, ForeignMigration, SourceFile } from '../tool.ts';

const BASELINE = /^B(\d+(?:[._]\d+)*)(?:__(.*))?\.sql$/;

export function flywayFiles(files: readonly SourceFile[]): Converted {
  const undos = new Map<string, string>();
  for (const { path, text } of files) {
    const name = parseFileName(baseOf(path));
    if (name?.kind === 'undo') undos.set(name.version, text);
  }
  const migrations = [...files].sort(byPath).flatMap((file) => read(file, undos) ?? []);
  return { migrations, tags: [], notes: [] };
}

/** Null for callbacks and undo files. */
function read({ path, text }: SourceFile, undos: ReadonlyMap<string, string>): ForeignMigration | null {
  const base = baseOf(path);
  const checksums = [String(flywayChecksum(text))];
  const baseline = BASELINE.exec(base);
  if (baseline !== null) {
    const version = normalizeVersion(baseline[1] ?? '');
    const name = baseline[2] ?? '';
    return migration({ id: `B:${version}`, name, kind: 'baseline', version, path, up: text, checksums });
  }
  const name = parseFileName(base);
  if (name?.kind === 'repeatable') {
    const id = `R:${name.name.replaceAll('_', ' ')}`;
    return migration({ id, name: name.name, kind: 'repeatable', path, up: text, checksums });
  }
  if (name?.kind !== 'versioned') return null;
  const { version } = name;
  return migration({
    ...{ id: version, name: name.name, version, path, up: text, checksums },
    down: undos.get(version) ?? null,
  });
}
