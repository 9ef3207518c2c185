// The conversion of values from and to PostgreSQL's text format, the same for servers and PGlite.

type Decode = (text: string) => unknown;

const asBoolean: Decode = (text) => text === 't';
const asNumber: Decode = (text) => Number(text);
const asJson: Decode = (text) => JSON.parse(text);
const asText: Decode = (text) => text;

/** Conversions of elements by the type's OID in pg_type (fixed OIDs, src/include/catalog/pg_type.dat). */
const SCALARS = new Map<number, Decode>([
  [16, asBoolean],
  [21, asNumber],
  [23, asNumber],
  [26, asNumber],
  [700, asNumber],
  [701, asNumber],
  [114, asJson],
  [3802, asJson],
]);

/** Array types by OID with the conversion of their elements. Other array types stay text. */
const ARRAYS = new Map<number, Decode>([
  [1000, asBoolean],
  [1005, asNumber],
  [1007, asNumber],
  [1028, asNumber],
  [1021, asNumber],
  [1022, asNumber],
  [199, asJson],
  [3807, asJson],
  // "char", name, text, bpchar, varchar, bigint, numeric, uuid, aclitem and the reg* aliases
  ...[1002, 1003, 1009, 1014, 1015, 1016, 1231, 2951, 1034].map((oid): [number, Decode] => [oid, asText]),
  ...[1008, 2207, 2208, 2209, 2210, 2211, 4090, 4097, 4192].map((oid): [number, Decode] => [oid, asText]),
]);

/**
 * A value in PostgreSQL's text format as a JavaScript value: booleans, integers up to 32 bits, oid and floats as
 * themselves, json parsed, arrays of these and of text-like types as arrays; all others stay text.
 */
export function decodeValue(oid: number, text: string | null): unknown {
  if (text === null) return null;
  const scalar = SCALARS.get(oid);
  if (scalar !== undefined) return scalar(text);
  const element = ARRAYS.get(oid);
  return element === undefined ? text : parseArray(text, element);
}

/** PostgreSQL's array output (manual, section 8.15.6) with any number of dimensions; explicit bounds are skipped. */
function parseArray(text: string, decode: Decode): unknown {
  let at = text.startsWith('[') ? text.indexOf('=') + 1 : 0;
  const quoted = (): unknown => {
    let value = '';
    for (at++; text[at] !== '"'; at++) {
      if (text[at] === '\\') at++;
      value += text[at];
    }
    at++;
    return decode(value);
  };
  const bare = (): unknown => {
    const start = at;
    while (text[at] !== ',' && text[at] !== '}') at++;
    const value = text.slice(start, at);
    return value === 'NULL' ? null : decode(value);
  };
  const list = (): unknown[] => {
    const values: unknown[] = [];
    at++;
    while (text[at] !== '}') {
      values.push(text[at] === '{' ? list() : text[at] === '"' ? quoted() : bare());
      if (text[at] === ',') at++;
    }
    at++;
    return values;
  };
  return list();
}

/** A parameter in text format, whose type the server infers. Arrays become array literals, other objects JSON. */
export function encodeValue(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return encodeArray(value);
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

function encodeArray(values: readonly unknown[]): string {
  const elements = values.map((value) => {
    if (Array.isArray(value)) return encodeArray(value);
    const text = encodeValue(value);
    return text === null ? 'NULL' : `"${text.replace(/[\\"]/g, '\\$&')}"`;
  });
  return `{${elements.join(',')}}`;
}
