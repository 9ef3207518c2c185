// Desired files written in the test, loaded into scratch, and what the database holds then.
import { type LoadedDesired, type LoadOptions, loadDesired } from '#src/desired/load.js';
import type { DesiredStatement } from '#src/desired/statements.js';
import { WORDS } from '#src/kinds/words.js';
import type { Scratch } from '#src/scratch/interface.js';
import { statementsOf } from './statements.ts';

/** What a database holds, as text that tells any difference that matters here. */
const PICTURE = `
  SELECT line FROM (
    SELECT format('%s %s owner %s acl %s', relkind::text, oid::regclass, relowner::regrole, relacl::text) FROM pg_class c
     WHERE relnamespace >= 16384 OR relnamespace = 'public'::regnamespace
    UNION ALL SELECT format('column %s.%s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull)
      FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
     WHERE attnum > 0 AND NOT attisdropped AND (relnamespace >= 16384 OR relnamespace = 'public'::regnamespace)
    UNION ALL SELECT format('view %s %s', oid::regclass, pg_get_viewdef(oid)) FROM pg_class
     WHERE relkind IN ('v', 'm') AND oid >= 16384
    UNION ALL SELECT format('constraint %s', pg_get_constraintdef(oid)) FROM pg_constraint WHERE oid >= 16384
    UNION ALL SELECT format('index %s', pg_get_indexdef(indexrelid)) FROM pg_index WHERE indexrelid >= 16384
    UNION ALL SELECT format('function %s', pg_get_functiondef(oid)) FROM pg_proc WHERE oid >= 16384 AND prokind = 'f'
    UNION ALL SELECT format('comment %s on %s', description, pg_describe_object(classoid, objoid, objsubid))
      FROM pg_description WHERE objoid >= 16384
  ) AS lines (line) ORDER BY line COLLATE "C"`;

/** Load in a transaction that is rolled back; the database's picture before that. */
export async function picture(scratch: Scratch, statements: readonly DesiredStatement[], options?: LoadOptions) {
  return scratch.isolated(async () => {
    const loaded = await loadDesired(scratch, statements, WORDS, options);
    const rows = loaded.needsCommit ? [] : await scratch.query(PICTURE);
    return { loaded, lines: rows.map((row) => String(row['line'])) };
  });
}

export async function load(scratch: Scratch, files: Readonly<Record<string, string>>): Promise<LoadedDesired> {
  return (await picture(scratch, statementsOf(files))).loaded;
}
