// Export for Flyway: the files unchanged, since Flyway reads the same names and texts, and SQL that fills its history.
import { filesOf } from '../../migrations/folder.ts';
import { flywayChecksum } from '../checksums.ts';
import { type AppliedRow, type Exported, type ExportInput, literal, lostDirectives } from './export.ts';

const CONFIG = `# Bodies of functions may hold \${…}.
flyway.placeholderReplacement=false
# A transaction that only holds the lock would make CREATE INDEX CONCURRENTLY wait for ever.
flyway.postgresql.transactional.lock=false
flyway.validateMigrationNaming=true
flyway.locations=filesystem:sql
`;

const TABLE = `CREATE TABLE IF NOT EXISTS flyway_schema_history (
  installed_rank integer NOT NULL CONSTRAINT flyway_schema_history_pk PRIMARY KEY,
  version varchar(50),
  description varchar(200) NOT NULL,
  type varchar(20) NOT NULL,
  script varchar(1000) NOT NULL,
  checksum integer,
  installed_by varchar(100) NOT NULL,
  installed_on timestamp NOT NULL DEFAULT now(),
  execution_time integer NOT NULL,
  success boolean NOT NULL
);
CREATE INDEX IF NOT EXISTS flyway_schema_history_s_idx ON flyway_schema_history (success);
`;

export function exportFlyway(input: ExportInput): Exported {
  const { set, files, applied } = input;
  const confs = new Set(files.map(({ path }) => path).filter((path) => /\.conf$/i.test(path)));
  const apart = filesOf(set).filter(
    ({ path, directives }) => directives.transaction === 'none' && !confs.has(`${path}.conf`),
  );
  const history = applied === null ? [] : [{ path: 'flyway_schema_history.sql', text: historyOf(input, applied) }];
  return {
    files: [
      { path: 'flyway.conf', text: CONFIG },
      ...files.map(({ path, text }) => ({ path: `sql/${path}`, text })),
      ...apart.map(({ path }) => ({ path: `sql/${path}.conf`, text: 'executeInTransaction=false\n' })),
      ...history,
    ],
    notes: [
      ...lostDirectives(set, false),
      ...(set.pairs.some(({ undo }) => undo !== undefined) ? ['U files run in paid editions of Flyway only'] : []),
    ],
  };
}

function historyOf({ files }: ExportInput, applied: readonly AppliedRow[]): string {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const rows = applied.map((row, index) => {
    const text = texts.get(row.path);
    const baseline = row.kind === 'baseline';
    const declared = baseline && text === undefined;
    const version = row.kind === 'repeatable' ? null : row.version;
    const values = [
      String(index + 1),
      literal(version),
      literal(declared ? '<< Flyway Baseline >>' : row.name.replaceAll('_', ' ').slice(0, 200)),
      literal(declared ? 'BASELINE' : baseline ? 'SQL_BASELINE' : 'SQL'),
      literal(declared ? '<< Flyway Baseline >>' : row.path),
      text === undefined ? 'NULL' : String(flywayChecksum(text)),
      literal(row.appliedBy),
      row.finishedAt === null ? 'now()' : `${literal(row.finishedAt)}::timestamptz::timestamp`,
      String(Math.round(row.executionMs ?? 0)),
      'true',
    ];
    return `  (${values.join(', ')})`;
  });
  const inserts = rows.length === 0 ? '' : `INSERT INTO flyway_schema_history VALUES\n${rows.join(',\n')};\n`;
  return `BEGIN;\n${TABLE}${inserts}COMMIT;\n`;
}
