// As much XML as changelogs are made of: elements, attributes, text, CDATA; comments and declarations are passed over.
import { SchemaError } from '../errors.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, with that of CDATA sections, in order. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/y;

/** The root element. Raises `adoption/unreadable` with the place. */
export function parseXml(text: string, file: string): XmlElement {
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [root];
  const source = text.replace(/^\uFEFF/, '');
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    const innermost = open.at(-1) ?? root;
    if (match === null) throw broken(source, at, file);
    const [, cdata, end, start, attributes = '', closed, plain] = match;
    if (cdata !== undefined) innermost.text += cdata;
    else if (plain !== undefined) innermost.text += decoded(plain);
    else if (end !== undefined) {
      if (open.length === 1 || localName(end) !== innermost.name) throw broken(source, at, file);
      open.pop();
    } else if (start !== undefined) {
      const element: Open = { name: localName(start), attributes: attributesOf(attributes), children: [], text: '' };
      innermost.children.push(element);
      if (closed === '') open.push(element);
    }
  }
  const [element] = root.children;
  if (open.length > 1 || element === undefined) throw broken(source, source.length, file);
  return element;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function attributesOf(text: string): Record<string, string> {
  const found = text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries([...found].map(([, name = '', double, single]) => [name, decoded(double ?? single ?? '')]));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });

function broken(source: string, at: number, file: string): SchemaError {
  const before = source.slice(0, at).split('\n');
  const line = before.length;
  const location = { file, line, column: (before.at(-1)?.length ?? 0) + 1, text: source.split('\n')[line - 1] ?? '' };
  return new SchemaError('adoption/unreadable', `${file} is not XML that can be read`, { location });
}
