// The thread of a PGlite, for pglite.ts: its calls, their deadlines, and its end.
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { SchemaError } from '../errors.ts';
import { pgliteFile } from './pglite-bundles.ts';
import type { TransactionStatus, WorkerJob, WorkerReply, WorkerRequest, WorkerStart } from './pglite-messages.ts';

/** The thread of one PGlite: one call at a time, each with a deadline. */
export interface PgliteThread {
  /**
   * Resolves with the worker's reply; rejects with `scratch/died`, `scratch/deadline` or `scratch/memory`, and so does
   * each later call. `memoryMb`: the process may grow by so many megabytes during the call.
   */
  call(request: WorkerRequest, deadlineMs: number, memoryMb?: number): Promise<WorkerReply>;
  /** The transaction status after the last call. */
  status(): TransactionStatus;
  dead(): boolean;
  /** Ends the thread at once; later calls are refused. */
  terminate(reason?: SchemaError): Promise<void>;
}

/** The limit of setTimeout: a longer deadline means no deadline. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const closed = (label: string): SchemaError =>
  new SchemaError('scratch/died', `${label} is closed`, { hint: 'Open it again.' });

export const died = (label: string, reason: string): SchemaError =>
  new SchemaError('scratch/died', `${label} died: ${reason}`, {
    detail: 'PGlite ends without an error of its own after COPY … PROGRAM, COPY … STDIN or endless recursion.',
    hint: 'Nothing that it answered is used. Look for such a statement in what ran last.',
  });

const overdue = (label: string, deadlineMs: number): SchemaError =>
  new SchemaError('scratch/deadline', `${label} did not finish within ${deadlineMs} ms`, {
    hint: 'Look for an endless loop in a function, or allow more time.',
  });

const tooLarge = (label: string, memoryMb: number): SchemaError =>
  new SchemaError('scratch/memory', `${label} needed more than ${memoryMb} MB for one message`, {
    hint: 'Look for a query without an end, or allow more memory.',
  });

/** The interval at which the memory of the process is read. */
const MEMORY_MS = 250;

/** Calls `exceeded` once the process has grown by more than `memoryMb`. Returns a function that ends the watch. */
function watchMemory(memoryMb: number | undefined, exceeded: () => void): () => void {
  if (memoryMb === undefined) return () => undefined;
  const most = process.memoryUsage.rss() + memoryMb * 1024 * 1024;
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() > most) exceeded();
  }, MEMORY_MS);
  return () => clearInterval(timer);
}

/**
 * The last output of the thread, for the message when it ends. A listener for the whole time would keep the process
 * alive.
 */
function lastWords(worker: Worker): string {
  const text = [worker.stdout.read(), worker.stderr.read()].map((chunk) => String(chunk ?? '')).join('');
  return text.trim().split('\n').at(-1)?.slice(0, 500) ?? '';
}

/**
 * Stack size in MB that lets PostgreSQL's check of max_stack_depth (pglite-worker.ts) come first: endless recursion is
 * then an error of SQLSTATE 54001. With the default of 4 MB the thread's stack overflows before the check, and PGlite
 * dies.
 */
const STACK_MB = 64;

/** Node.js has this type; TypeScript declares it only for the DOM. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> };

let compiled: Promise<object> | undefined;

/** PGlite's code, compiled once and shared by all threads, which halves the time of each start after the first. */
function sharedModule(): Promise<object> {
  compiled ??= readFile(pgliteFile('pglite.wasm')).then((bytes) => WebAssembly.compile(bytes));
  return compiled;
}

/** Starts the thread for a task and waits for its first reply. Errors: `scratch/died`, `scratch/deadline`. */
export async function startThread(
  label: string,
  job: WorkerJob,
  deadlineMs: number,
  stackMb: number = STACK_MB,
): Promise<{ readonly thread: PgliteThread; readonly first: WorkerReply }> {
  const transfer = 'snapshot' in job && job.snapshot.buffer instanceof ArrayBuffer ? [job.snapshot.buffer] : [];
  const worker = new Worker(new URL('./pglite-worker.js', import.meta.url), {
    workerData: { job, pgliteWasmModule: await sharedModule() } satisfies WorkerStart,
    transferList: transfer,
    stdout: true,
    stderr: true,
    execArgv: [],
    resourceLimits: { stackSizeMb: stackMb },
  });
  const line = lineTo(worker, label);
  return { first: await line.awaitReply(deadlineMs), thread: threadOn(line, worker) };
}

/** The call that waits for the thread's reply; at most one. */
interface Line {
  awaitReply(deadlineMs: number, memoryMb?: number): Promise<WorkerReply>;
  terminate(reason?: SchemaError): Promise<void>;
  status(): TransactionStatus;
  ended(): SchemaError | undefined;
}

function lineTo(worker: Worker, label: string): Line {
  let pending: { resolve(reply: WorkerReply): void; reject(error: SchemaError): void } | undefined;
  let end: SchemaError | undefined;
  let status: TransactionStatus = 'I';
  const terminate = async (reason: SchemaError = closed(label)): Promise<void> => {
    end ??= reason;
    pending?.reject(end);
    await worker.terminate();
  };
  worker.on('message', (reply: WorkerReply) => {
    if ('status' in reply) status = reply.status;
    if (reply.reply === 'died') void terminate(died(label, reply.reason));
    else pending?.resolve(reply);
  });
  worker.on('error', (error) => void terminate(died(label, error.message)));
  worker.on('exit', () => void terminate(died(label, lastWords(worker) || 'its thread ended')));
  const awaitReply = async (deadlineMs: number, memoryMb?: number): Promise<WorkerReply> => {
    // An idle thread must not keep the process alive; a working thread must.
    worker.ref();
    const expire = (): void => void terminate(overdue(label, deadlineMs));
    const timer = deadlineMs <= LONGEST_TIMER_MS ? setTimeout(expire, deadlineMs) : undefined;
    const endWatch = watchMemory(memoryMb, () => void terminate(tooLarge(label, memoryMb ?? 0)));
    try {
      return await new Promise<WorkerReply>((resolve, reject) => {
        pending = { resolve, reject };
      });
    } finally {
      pending = undefined;
      clearTimeout(timer);
      endWatch();
      worker.unref();
    }
  };
  return { awaitReply, terminate, status: () => status, ended: () => end };
}

function threadOn(line: Line, worker: Worker): PgliteThread {
  let last: Promise<unknown> = Promise.resolve();
  const send = async (request: WorkerRequest, deadlineMs: number, memoryMb?: number): Promise<WorkerReply> => {
    const end = line.ended();
    if (end !== undefined) throw end;
    const reply = line.awaitReply(deadlineMs, memoryMb);
    worker.postMessage(request);
    return reply;
  };
  return {
    call: (request, deadlineMs, memoryMb) => {
      const turn = last.then(() => send(request, deadlineMs, memoryMb));
      last = turn.catch(() => undefined);
      return turn;
    },
    status: line.status,
    dead: () => line.ended() !== undefined,
    terminate: line.terminate,
  };
}
