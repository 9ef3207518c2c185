// OPTIONS clauses, for the kinds foreign-data wrapper, server, user mapping, foreign table and its columns.
import { quoteIdentifier, quoteLiteral } from '../../sql/identifiers.ts';

export type ForeignOptions = { readonly [name: string]: string };

/** ` OPTIONS (host 'a', port '1')`, or nothing. */
export const createdOptions = (list: ForeignOptions | null): string =>
  list === null
    ? ''
    : ` OPTIONS (${Object.entries(list)
        .map(([name, value]) => `${quoteIdentifier(name)} ${quoteLiteral(value)}`)
        .join(', ')})`;

/** ` OPTIONS (ADD a 'x', SET b 'y', DROP c)`; empty where the options are equal. */
export function changedOptions(before: ForeignOptions | null, after: ForeignOptions | null): string {
  const [old, now] = [before ?? {}, after ?? {}];
  const set = Object.entries(now)
    .filter(([name, value]) => old[name] !== value)
    .map(([name, value]) => `${name in old ? 'SET' : 'ADD'} ${quoteIdentifier(name)} ${quoteLiteral(value)}`);
  const dropped = Object.keys(old)
    .filter((name) => !(name in now))
    .map((name) => `DROP ${quoteIdentifier(name)}`);
  const list = [...set, ...dropped];
  return list.length === 0 ? '' : ` OPTIONS (${list.join(', ')})`;
}
