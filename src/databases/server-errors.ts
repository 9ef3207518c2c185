// Errors of servers and drivers as SchemaErrors, for servers and PGlite.
import { type ErrorCode, SchemaError } from '../errors.ts';
import type { Notice, ServerError } from './database.ts';

/** An error of a server or a driver as plain fields. */
interface RawError {
  readonly message: string;
  readonly code?: string | undefined;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
  readonly position?: string | number | undefined;
  readonly where?: string | undefined;
}

/** The fields of a server's ErrorResponse (manual, section 54.8) with `position` as a number. */
export function serverError(raw: RawError): ServerError {
  return {
    message: raw.message,
    code: raw.code,
    detail: raw.detail,
    hint: raw.hint,
    position: raw.position === undefined ? undefined : Number(raw.position),
    where: raw.where,
  };
}

/** The fields of a NoticeResponse, which has those of an error. */
export const noticeOf = (raw: RawNotice): Notice => ({
  severity: raw.severity ?? 'NOTICE',
  message: raw.message ?? '',
  sqlstate: raw.code ?? null,
  detail: raw.detail ?? null,
  hint: raw.hint ?? null,
});

interface RawNotice {
  readonly severity?: string | undefined;
  readonly message?: string | undefined;
  readonly code?: string | undefined;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
}

/** SQLSTATEs (manual, appendix A) of errors that the statement does not cause. */
function codeOf(sqlstate: string | undefined): ErrorCode {
  if (sqlstate === '42501') return 'database/permission';
  if (sqlstate === '25006') return 'database/read-only';
  // 08: connection exception; 57P01-57P05: shutdown, crash, starting up, database dropped, idle timeout; 25P03, 25P04:
  // the session was ended because its transaction was idle or took too long
  if (/^(08|57P0|25P0[34])/.test(sqlstate ?? '')) return 'database/connection';
  return 'database/query';
}

const HINTS = new Map<ErrorCode, string>([
  ['database/permission', 'Connect as the owner of the object, or as a role that was granted the privilege.'],
  ['database/read-only', 'This is a standby or default_transaction_read_only is on: connect to the primary.'],
]);

/** The error for a statement that the server refused. */
export function queryError(cause: ServerError): SchemaError {
  const code = codeOf(cause.code);
  return new SchemaError(code, cause.message, {
    detail: cause.detail,
    hint: cause.hint ?? HINTS.get(code),
    sqlstate: cause.code,
    cause,
  });
}
