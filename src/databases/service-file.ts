// The connection service file (manual, section 32.17), for settings of a connection: parameters by the name of a
// service.
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { SchemaError } from '../errors.ts';
import { type ConnectionParameters, refuseUnknown } from './connection-parameters.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The parameters of a service: from the user's file (PGSERVICEFILE or ~/.pg_service.conf), else from that of the system
 * (PGSYSCONFDIR, or Debian's folder). Raises `usage/invalid`.
 */
export function serviceParameters(service: string, variables: Variables): ConnectionParameters {
  const files = serviceFiles(variables);
  for (const file of files) {
    const found = readService(file, service);
    if (found !== null) return found;
  }
  throw new SchemaError('usage/invalid', `there is no definition of the service ${JSON.stringify(service)}`, {
    detail: files.length === 0 ? 'There is no service file.' : `Looked in ${files.join(' and ')}.`,
    hint: 'Correct PGSERVICE (or service= in the URL), or name the file in PGSERVICEFILE.',
  });
}

function serviceFiles(variables: Variables): readonly string[] {
  const named = variables['PGSERVICEFILE'];
  if (named && !existsSync(named)) {
    throw new SchemaError('usage/invalid', `the service file ${named} does not exist`, {
      hint: 'Correct PGSERVICEFILE.',
    });
  }
  const user = named || join(variables['HOME'] || homedir(), '.pg_service.conf');
  const folder = variables['PGSYSCONFDIR'] || '/etc/postgresql-common';
  return [user, join(folder, 'pg_service.conf')].filter((file) => existsSync(file));
}

/** The section of a service; null where the file has none. */
function readService(file: string, service: string): ConnectionParameters | null {
  const found: Record<string, string> = {};
  let section: string | null = null;
  let isThere = false;
  for (const [index, line] of textOf(file).split(/\r?\n/).entries()) {
    const text = line.trim();
    if (text === '' || text.startsWith('#')) continue;
    const name = /^\[(.*)\]$/.exec(text)?.[1];
    if (name !== undefined) {
      if (isThere) break;
      section = name;
      isThere = section === service;
      continue;
    }
    if (!isThere) continue;
    const place = `${file}, line ${index + 1}`;
    const at = text.indexOf('=');
    const keyword = text.slice(0, Math.max(at, 0)).trim();
    if (keyword === '' || keyword === 'service' || /^ldap/i.test(text)) {
      throw new SchemaError('usage/invalid', `${place} is no connection parameter`, { hint: 'Write KEY=VALUE there.' });
    }
    refuseUnknown(keyword, place);
    // The first value counts, as in libpq.
    found[keyword] ??= text.slice(at + 1).trim();
  }
  return isThere ? found : null;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new SchemaError('usage/invalid', `the service file ${file} cannot be read: ${message}`, {
      hint: 'Check its permissions, or name another one in PGSERVICEFILE.',
      cause,
    });
  }
}
