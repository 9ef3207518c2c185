// Errors of the file system as SchemaErrors: the file, what the system said, and what to do. For all rooms that read and
// write files.
import { type ErrorCode, SchemaError } from '../errors.ts';

const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: 'Check the permissions of the file and of the folders above it.',
  EPERM: 'Check the permissions of the file and of the folders above it.',
  EROFS: 'The file system is mounted read-only: name another folder, or mount it for writing.',
  ENOSPC: 'The disk is full: make room, and run the same command again.',
  EDQUOT: 'The quota of the user is used up: make room, and run the same command again.',
  ELOOP: 'The link leads back to itself: remove it, or correct where it leads.',
  ENOENT: 'Restore it, or correct the name.',
  ENOTDIR: 'A part of the path is a file where a folder is expected: move it away.',
  EISDIR: 'It is a folder where a file is expected: move it away.',
  EIO: 'The disk or the network file system reports an error: see the log of the system.',
  EMFILE: 'Too many files are open: raise the limit of open files (ulimit -n).',
  ERR_FS_FILE_TOO_LARGE: 'Split it: a file of SQL has at most 512 MB.',
};

/** The error number of the system, such as ENOSPC; empty where there is none. */
const systemCode = (cause: unknown): string => {
  const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : undefined;
  return typeof code === 'string' ? code : '';
};

/** Whether the file system says that there is no such file or folder. */
export const isMissing = (cause: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(systemCode(cause));

/** The error for a file that can't be read or written. A SchemaError is passed on as it is. */
export function fileProblem(path: string, verb: 'read' | 'written', cause: unknown, code?: ErrorCode): SchemaError {
  if (cause instanceof SchemaError) return cause;
  const said = cause instanceof Error ? cause.message : String(cause);
  return new SchemaError(
    code ?? (verb === 'read' ? 'files/unreadable' : 'files/unwritable'),
    `${path} cannot be ${verb}: ${said}`,
    {
      hint: REMEDIES[systemCode(cause)] ?? 'See what the system says, correct it, and run the same command again.',
      cause,
    },
  );
}
