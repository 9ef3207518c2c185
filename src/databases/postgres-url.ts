// A `postgres://` URL as libpq reads it (manual, section 32.1.1.2): several hosts, sockets, parts that are left out.
import { SchemaError } from '../errors.ts';
import { type ConnectionParameters, refuseUnknown } from './connection-parameters.ts';

const HINT =
  'Write postgres://user:password@host:5432/database?sslmode=require; percent-encode special characters. ' +
  'A socket: postgres://user@/database?host=/run/postgresql';

/** No error repeats a part of the URL: a part that is misread may be the password. */
const malformed = (why: string): SchemaError =>
  new SchemaError('usage/invalid', `the database URL is malformed: ${why}`, { hint: HINT });

/** The parameters of a URL; missing parts are absent. Raises `usage/invalid`. */
export function parsePostgresUrl(url: string): ConnectionParameters {
  const rest = url.replace(/^postgres(ql)?:\/\//i, '');
  const login = /^[^/@]*@/.exec(rest)?.[0] ?? '';
  // libpq ends the password at the first @; no host has one, so that a password with @ is read as it is meant.
  const more = /^[^/?]*@/.exec(rest.slice(login.length))?.[0] ?? '';
  const userinfo = login === '' ? '' : `${login}${more}`;
  const [, authority = '', path = '', query = ''] =
    /^([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/s.exec(rest.slice(userinfo.length)) ?? [];
  const [user = '', ...password] = userinfo.slice(0, -1).split(':');
  return {
    ...present({ user: decoded(user), password: decoded(password.join(':')), dbname: decoded(path) }),
    ...hosts(authority),
    ...parameters(query),
  };
}

const present = (parts: Readonly<Record<string, string>>): ConnectionParameters =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ''));

/** The lists of hosts and ports, each joined by commas as in libpq's parameters. */
function hosts(text: string): ConnectionParameters {
  const all = text.split(',').map((one) => {
    const match = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(.*))?$/s.exec(one);
    if (match === null) throw malformed('a host is not understood (IPv6 addresses stand in brackets)');
    const [, address, name, port = ''] = match;
    if (!/^\d*$/.test(port)) throw malformed('the port is not a number');
    return { host: decoded(address ?? name ?? ''), port };
  });
  const list = (parts: readonly string[]): string => (parts.every((part) => part === '') ? '' : parts.join(','));
  return present({ host: list(all.map(({ host }) => host)), port: list(all.map(({ port }) => port)) });
}

function parameters(query: string): ConnectionParameters {
  const pairs = query === '' ? [] : query.split('&');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [key = '', value, ...more] = pair.split('=');
      if (value === undefined || more.length > 0) throw malformed('a parameter is KEY=VALUE');
      const keyword = decoded(key);
      // The form of JDBC, which libpq also reads.
      if (keyword === 'ssl' && value === 'true') return ['sslmode', 'require'];
      refuseUnknown(keyword, 'the database URL');
      return [keyword, decoded(value)];
    }),
  );
}

function decoded(text: string): string {
  try {
    const found = decodeURIComponent(text);
    if (!found.includes('\0')) return found;
  } catch {
    // The error of the runtime would contain the text.
  }
  throw malformed('a percent sign must be followed by two hexadecimal digits (%25 is a percent sign)');
}
