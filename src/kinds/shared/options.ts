// Lists of options in parentheses, and the SET and RESET clauses between two lists, for storage parameters.
import { quoteIdentifier, quoteLiteral } from '../../sql/identifiers.ts';

export type Options = { readonly [name: string]: string };

const optionName = (name: string): string => name.split('.').map(quoteIdentifier).join('.');

const optionValue = (value: string): string =>
  /^[a-z_]+$|^-?[0-9]+(\.[0-9]+)?$/.test(value) ? value : quoteLiteral(value);

/** `(fillfactor = 70, autovacuum_enabled = false)`, in order of the names. */
export function optionList(options: Options): string {
  const sorted = Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1));
  return `(${sorted.map(([name, value]) => `${optionName(name)} = ${optionValue(value)}`).join(', ')})`;
}

/** SET and RESET clauses that turn one set of options into the other. */
export function optionChanges(before: Options | null, after: Options | null): string[] {
  const old = before ?? {};
  const now = after ?? {};
  const changed = Object.fromEntries(Object.entries(now).filter(([name, value]) => old[name] !== value));
  const gone = Object.keys(old).filter((name) => !(name in now));
  return [
    ...(Object.keys(changed).length > 0 ? [`SET ${optionList(changed)}`] : []),
    ...(gone.length > 0 ? [`RESET (${gone.map(optionName).join(', ')})`] : []),
  ];
}
