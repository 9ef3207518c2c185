// The thread that runs one PGlite, for pglite-thread.ts, which can end it while a statement blocks or loops.
import { parentPort, workerData } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { messages, PGlite, protocol } from '@electric-sql/pglite';
import type { Notice } from './database.ts';
import { bundledFiles, mentionedExtensions, type ServerFile } from './pglite-bundles.ts';
import type {
  StatementResult,
  TransactionStatus,
  WorkerJob,
  WorkerReply,
  WorkerRequest,
  WorkerStart,
} from './pglite-messages.ts';
import { noticeOf, serverError } from './server-errors.ts';

const SETTINGS = {
  search_path: '"$user", public',
  TimeZone: 'UTC',
  DateStyle: 'ISO, MDY',
  client_min_messages: 'warning',
  // The only session must be able to load a whole schema in one transaction, with a lock for each relation.
  max_connections: '10',
  max_locks_per_transaction: '4096',
  max_wal_senders: '0',
  wal_level: 'minimal',
  // 32 MB instead of 128 MB is as fast, since the data is in memory.
  shared_buffers: '4096',
  // In kB, half of a server's value: with the stack size of the thread (STACK_MB), endless recursion is an ordinary
  // error.
  max_stack_depth: '1000',
};

const INITDB = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--wal-segsize=1'];

const startParams = [
  ...PGlite.defaultStartParams,
  ...Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

const { job, pgliteWasmModule }: WorkerStart = workerData;
const engine = { pgliteWasmModule, startParams };

const post = (reply: WorkerReply): void => parentPort?.postMessage(reply);

async function bytesOf(pglite: PGlite): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await pglite.dumpDataDir('none')).arrayBuffer());
}

/** Runs initdb once, and keeps the data directory for folders and the smaller one for scratch. */
async function makeSnapshots(): Promise<WorkerReply> {
  const pglite = await PGlite.create({ ...engine, initDbStartParams: INITDB });
  await pglite.exec('CHECKPOINT');
  const directory = gzipSync(await bytesOf(pglite));
  // Scratch never creates a database. Without the template databases it has half the files to load.
  await pglite.exec('UPDATE pg_database SET datistemplate = false');
  await pglite.exec('DROP DATABASE template0');
  await pglite.exec('DROP DATABASE template1');
  await pglite.exec('CHECKPOINT');
  return { reply: 'snapshots', scratch: await bytesOf(pglite), directory };
}

type Serve = Extract<WorkerJob, { job: 'serve' }>;

async function start(serving: Serve): Promise<PGlite> {
  if ('dataDir' in serving) return PGlite.create({ ...engine, dataDir: `file://${serving.dataDir}` });
  return PGlite.create({ ...engine, loadDataDir: new Blob([new Uint8Array(serving.snapshot)]) });
}

interface Answer {
  readonly results: readonly StatementResult[];
  readonly error: messages.DatabaseError | undefined;
  /** The number of statements that completed, failed or were empty. */
  readonly completed: number;
  readonly status: TransactionStatus | undefined;
  readonly leaked: string | undefined;
  readonly notices: readonly Notice[];
}

/** The notices of one answer that are kept. */
const MOST_NOTICES = 1000;

/** Groups the backend's messages by statement (manual, section 54.2.2). */
function answerOf(received: readonly { readonly name: string }[]): Answer {
  const results: StatementResult[] = [];
  let fields: StatementResult['fields'] = null;
  let rows: (string | null)[][] = [];
  let completed = 0;
  let error: messages.DatabaseError | undefined;
  let status: TransactionStatus | undefined;
  let leaked: string | undefined;
  const notices: Notice[] = [];
  for (const message of received) {
    if (message instanceof messages.RowDescriptionMessage) {
      fields = message.fields.map(({ name, dataTypeID }) => ({ name, oid: dataTypeID }));
    } else if (message instanceof messages.DataRowMessage) {
      rows.push(message.fields);
    } else if (message instanceof messages.CommandCompleteMessage) {
      results.push({ fields, rows });
      completed++;
      fields = null;
      rows = [];
    } else if (message instanceof messages.DatabaseError) {
      error = message;
    } else if (message instanceof messages.NoticeMessage) {
      if (/^(resource was not closed|snapshot .* still active)/.test(message.message ?? '')) leaked = message.message;
      else if (notices.length < MOST_NOTICES) notices.push(noticeOf(message));
    } else if (message instanceof messages.ReadyForQueryMessage) {
      status = message.status === 'I' || message.status === 'T' ? message.status : 'E';
    } else if (message.name === 'emptyQuery') {
      completed++;
    }
  }
  return { results, error, completed, status, leaked, notices };
}

/**
 * Sends one message and reads the answer. A live backend ends each answer with ReadyForQuery, after a completion or an
 * error. A dead PGlite (COPY … PROGRAM, exhausted stack) omits one of them without an error.
 */
async function ask(pglite: PGlite, message: Uint8Array): Promise<WorkerReply> {
  const parser = new protocol.Parser();
  const received: { readonly name: string }[] = [];
  await pglite.execProtocolRawStream(message, {
    onRawData: (data) => parser.parse(data, (part) => received.push(part)),
  });
  const { results, error, completed, status, leaked, notices } = answerOf(received);
  if (status === undefined) return { reply: 'died', reason: error?.message ?? 'its answer broke off' };
  if (leaked !== undefined) return { reply: 'died', reason: leaked };
  if (error !== undefined) return { reply: 'refused', error: serverError(error), status, notices };
  if (completed === 0) return { reply: 'died', reason: 'it answered without running the statement' };
  return { reply: 'results', results, status, notices };
}

function extendedQuery(sql: string, parameters: readonly (string | null)[]): Uint8Array {
  const { parse, bind, describe, execute, sync } = protocol.serialize;
  return Buffer.concat([
    parse({ text: sql }),
    bind({ values: [...parameters] }),
    describe({ type: 'P' }),
    execute({}),
    sync(),
  ]);
}

function addFiles(pglite: PGlite, files: readonly ServerFile[]): void {
  const { FS } = pglite.Module;
  for (const { path, content } of files) {
    const target = `/pglite/${path}`;
    FS.mkdirTree(target.slice(0, target.lastIndexOf('/')));
    FS.writeFile(target, content);
  }
}

const provided = new Set<string>();

/**
 * Puts the files of bundled extensions in place when a statement needs them: all of them at the start would cost 0.4 s.
 */
async function provide(pglite: PGlite, names: readonly string[]): Promise<void> {
  const missing = names.filter((name) => !provided.has(name));
  for (const name of missing) provided.add(name);
  addFiles(pglite, await bundledFiles(missing));
}

/** Emscripten throws objects of its own when the program within it exits. */
function reasonOf(error: unknown): string {
  const message = error !== null && typeof error === 'object' ? Reflect.get(error, 'message') : error;
  return typeof message === 'string' && message !== '' ? message : 'its process ended';
}

async function handle(pglite: PGlite, request: WorkerRequest): Promise<WorkerReply> {
  switch (request.call) {
    case 'query':
      await provide(pglite, mentionedExtensions(request.sql));
      return ask(pglite, extendedQuery(request.sql, request.parameters));
    case 'script':
      await provide(pglite, mentionedExtensions(request.sql));
      return ask(pglite, protocol.serialize.query(request.sql));
    case 'add files':
      addFiles(pglite, request.files);
      return { reply: 'done' };
    case 'close':
      await pglite.close();
      return { reply: 'done' };
  }
}

async function serve(serving: Serve): Promise<void> {
  const pglite = await start(serving);
  if ('dataDir' in serving) {
    // The functions of extensions that the directory already has need their libraries.
    const installed = await pglite.query<{ extname: string }>('SELECT extname FROM pg_extension');
    await provide(
      pglite,
      installed.rows.map((row) => row.extname),
    );
  }
  // The process sends the next request only after the reply.
  parentPort?.on('message', (request: WorkerRequest) => {
    handle(pglite, request).then(post, (error: unknown) => {
      post({ reply: 'died', reason: reasonOf(error) });
    });
  });
  post({ reply: 'ready' });
}

try {
  if (job.job === 'serve') await serve(job);
  else post(await makeSnapshots());
} catch (error) {
  post({ reply: 'died', reason: reasonOf(error) });
}
