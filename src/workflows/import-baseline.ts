// `schema import --mode baseline`: the present database becomes the baseline; the old history stays as a record.
import { tableSql } from '../adoption/foreign-table.ts';
import { recordsOf } from '../adoption/records.ts';
import { historyKey } from '../migrations/file.ts';
import { timestampVersion } from '../migrations/names.ts';
import { readRecorded, recordedKeys } from '../runner/history/history.ts';
import { releaseLock, takeLock } from '../runner/lock.ts';
import { runOf } from '../settings/project.ts';
import { baseline } from './baseline.ts';
import { finalize, type Importing, type ImportResult, writeRows } from './importing.ts';

/**
 * Writes history rows with the state `deleted` for the old migrations, and a B file of the database, unless there is a
 * baseline already.
 */
export async function importBaseline(importing: Importing): Promise<ImportResult> {
  const { project, request, tool, history, writer } = importing;
  const known = await recordedKeys(writer);
  const records = recordsOf(tool, history, timestampVersion(project.now));
  const rows = records.filter(({ up }) => !known.has(historyKey(up)));
  const begun = (await readRecorded(writer)).baseline !== null;
  // The rows mark the tool's tables as foreign, so that the B file does not create them.
  if (!request.dryRun && (rows.length > 0 || !begun)) await writeRows(importing, rows, [], 'deleted');
  const file = begun || request.dryRun ? null : await fileOfNow(importing);
  return {
    ...{ tool: tool.name, table: tableSql(importing.table), mode: 'baseline', dryRun: request.dryRun },
    files: file === null ? [] : [{ path: file, written: true }],
    rows: rows.map(({ up, finishedAt }) => ({ key: historyKey(up), path: up.path, at: finishedAt })),
    known: records.length - rows.length,
    pending: [],
    tags: [],
    notes: [
      ...history.notes,
      ...(request.dryRun && !begun ? ['a B file of the database as it is would be written'] : []),
      ...(begun ? ['there is a baseline already: no B file was written'] : []),
    ],
    finalized: await finalize(importing),
  };
}

/** `baseline` takes the migration lock itself, so it is released here; the other tool's lock is still held. */
async function fileOfNow({ project, tool, writer }: Importing): Promise<string | null> {
  const { database, schema } = writer;
  await releaseLock(database, schema);
  try {
    const name = `imported_from_${tool.name.replaceAll('-', '_')}`;
    return (await baseline(project, { name, writeFile: true })).file?.path ?? null;
  } finally {
    await takeLock(database, { historySchema: schema, waitMs: runOf(project).lockWaitMs });
  }
}
