// Which database a URL names, without a connection: for messages, and for telling whether two URLs name the same one.
import { lookup } from 'node:dns/promises';
import { realpathSync } from 'node:fs';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { labelOf, type PostgresSettings, resolveSettings } from './postgres-settings.ts';
import { parsePostgresUrl } from './postgres-url.ts';

type Variables = Readonly<Record<string, string | undefined>>;

const PGLITE = /^pglite:\/\/(.+)$/is;

/** `user@host:port/database`, or the URL of an embedded database. Raises `usage/invalid`, never with a password. */
export function labelOfUrl(url: string, variables: Variables): string {
  if (PGLITE.test(url)) return url;
  return labelOf(resolveSettings(parsePostgresUrl(url), variables));
}

/**
 * Whether two URLs name the same database: a host with the same address, the same port and name, whoever connects; or
 * the same folder. Raises `usage/invalid` for a URL that is not understood.
 */
export async function nameSameDatabase(one: string, other: string, variables: Variables): Promise<boolean> {
  const [first, second] = [PGLITE.exec(one)?.[1], PGLITE.exec(other)?.[1]];
  if (first !== undefined || second !== undefined) {
    return first !== undefined && second !== undefined && realFolder(first) === realFolder(second);
  }
  const [a, b] = [one, other].map((url) => resolveSettings(parsePostgresUrl(url), variables));
  if (a === undefined || b === undefined || a.database !== b.database) return false;
  return await shareHost(a, b);
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    // It is created on first use.
    return resolve(folder);
  }
}

async function shareHost(one: PostgresSettings, other: PostgresSettings): Promise<boolean> {
  for (const a of one.hosts) {
    for (const b of other.hosts) {
      if (a.port !== b.port) continue;
      const names = (of: typeof a): readonly string[] => [of.host, of.address ?? of.host].map(plainHost);
      if (names(a).some((name) => names(b).includes(name))) return true;
      const [left, right] = await Promise.all([addresses(names(a)), addresses(names(b))]);
      if (left.some((address) => right.includes(address))) return true;
    }
  }
  return false;
}

const LOCAL = 'localhost';

/** One spelling of a host: lower case, no dot at its end. All sockets and local addresses are this machine. */
function plainHost(host: string): string {
  const name = host.toLowerCase().replace(/\.$/, '');
  const local = name.startsWith('/') || /^127\./.test(name) || name === '::1' || name === hostname().toLowerCase();
  return local ? LOCAL : name;
}

/** The addresses of hosts as the name server tells them now; none for a name that it does not know. */
async function addresses(names: readonly string[]): Promise<readonly string[]> {
  const asked = names.filter((name) => name !== LOCAL && isIP(name) === 0);
  const found = await Promise.all(asked.map((name) => lookup(name, { all: true }).catch(() => [])));
  return [...names, ...found.flat().map(({ address }) => plainHost(address))];
}
