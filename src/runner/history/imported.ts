// Writes the history of another tool into ours, for `schema import`: rows, tags and one event.
import { inTransaction } from '../../databases/transaction.ts';
import { historyKey } from '../../migrations/file.ts';
import { createHistory } from './history.ts';
import { type MarkedRow, recordEvent, recordMarked, updateRow, type Writer } from './record.ts';
import { importTag } from './tags.ts';

export interface ImportedHistory {
  /** The details of the event `imported`; `foreignHistories` reads `table`, `beside` and `schema`. */
  readonly details: Readonly<Record<string, string | number>>;
  readonly rows: readonly MarkedRow[];
  readonly tags: readonly { readonly name: string; readonly version: string; readonly at: string | null }[];
  /** Rows of state `deleted`: they have no files. */
  readonly state: 'applied' | 'deleted';
}

/** Writes everything in one transaction. */
export async function recordImport(writer: Writer, { details, rows, tags, state }: ImportedHistory): Promise<void> {
  await createHistory(writer);
  const { database } = writer;
  await inTransaction(database, async () => {
    if (rows.length > 0 || state === 'deleted') await recordEvent(writer, 'imported', null, details);
    await recordMarked(writer, rows);
    if (state !== 'applied') for (const { up } of rows) await updateRow(writer, historyKey(up), { state });
    for (const { name, version, at } of tags) await importTag(writer, name, version, at);
  });
}
