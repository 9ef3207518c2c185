// As much YAML as changelogs are made of: blocks of mappings and lists, plain and quoted scalars, `|` and `>`.
// Anchors, tags, flow mappings with structure in them and several documents are refused by name, never misread.
import { SchemaError } from '../errors.ts';

interface Line {
  readonly indent: number;
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

interface Reader {
  readonly lines: readonly Line[];
  readonly raw: readonly string[];
  readonly file: string;
  at: number;
}

/** The value of one document. Raises `adoption/unreadable` with the place. */
export function parseYaml(text: string, file: string): unknown {
  const raw = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const lines = raw.flatMap((line, index): Line[] => {
    const content = line.trimStart();
    if (content === '' || content.startsWith('#') || /^(?:---|\.\.\.)\s*$/.test(line)) return [];
    return [{ indent: line.length - content.length, text: content.trimEnd(), number: index + 1 }];
  });
  const reader = { lines, raw, file, at: 0 };
  const value = block(reader, 0);
  const rest = lines[reader.at];
  if (rest !== undefined) throw refused(reader, rest);
  return value;
}

function block(reader: Reader, indent: number): unknown {
  const line = reader.lines[reader.at];
  if (line === undefined || line.indent < indent) return null;
  return /^-(?:\s|$)/.test(line.text) ? list(reader, line.indent) : mapping(reader, line.indent, []);
}

function list(reader: Reader, indent: number): unknown[] {
  const items: unknown[] = [];
  for (let line = reader.lines[reader.at]; line?.indent === indent && /^-(?:\s|$)/.test(line.text); ) {
    const rest = line.text.slice(1).trimStart();
    const inner = indent + line.text.length - rest.length;
    if (rest === '') {
      reader.at += 1;
      items.push(block(reader, indent + 1));
    } else if (entryOf(rest) === null) {
      reader.at += 1;
      items.push(scalarAt(reader, withoutComment(rest), line, indent));
    } else items.push(mapping(reader, inner, [{ ...line, indent: inner, text: rest }]));
    line = reader.lines[reader.at];
  }
  return items;
}

/** `first`: an entry that stands behind a list's dash, in the place of the line that is next. */
function mapping(reader: Reader, indent: number, first: readonly Line[]): Record<string, unknown> {
  const entries: [string, unknown][] = [];
  let line = first[0] ?? reader.lines[reader.at];
  while (line !== undefined && line.indent === indent) {
    const entry = entryOf(line.text);
    if (entry === null) throw refused(reader, line);
    reader.at += 1;
    const [key, rest] = entry;
    const next = reader.lines[reader.at];
    // A list may stand as far left as the key that it belongs to.
    const below = next !== undefined && (next.indent > indent || (next.indent === indent && /^-\s/.test(next.text)));
    entries.push([key, rest !== '' ? scalarAt(reader, rest, line, indent) : below ? block(reader, indent) : null]);
    line = reader.lines[reader.at];
    if (line !== undefined && line.indent === indent && /^-(?:\s|$)/.test(line.text)) break;
  }
  return Object.fromEntries(entries);
}

function entryOf(text: string): readonly [key: string, rest: string] | null {
  const match = /^(?:"([^"]*)"|'([^']*)'|([^\s"'#{}[\],&*!|>%@`-][^:#]*?))\s*:(?:\s+(.*))?$/.exec(text);
  return match === null ? null : [match[1] ?? match[2] ?? match[3] ?? '', withoutComment(match[4] ?? '')];
}

const withoutComment = (text: string): string =>
  /^["']/.test(text) ? text.replace(/(["'])\s+#.*$/, '$1') : text.replace(/(?:^|\s+)#.*$/, '').trimEnd();

function scalarAt(reader: Reader, text: string, line: Line, indent: number): unknown {
  const style = /^([|>])([+-]?)(\d?)$/.exec(text);
  if (style !== null) return blockScalar(reader, line, indent, style[1] === '>', style[2] ?? '');
  if (text.startsWith("'") && text.endsWith("'") && text.length > 1) return text.slice(1, -1).replaceAll("''", "'");
  if (text.startsWith('"') && text.endsWith('"') && text.length > 1) return JSON.parse(text) as unknown;
  if (/^\[.*\]$/.test(text) && !/[{}"']/.test(text)) {
    return text
      .slice(1, -1)
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  }
  if (/^[&*!{[\]}"'%@`|>]/.test(text)) throw refused(reader, line);
  return plain(reader, text, indent);
}

/** A plain scalar goes on in lines that stand further in. */
function plain(reader: Reader, text: string, indent: number): string {
  const parts = [text];
  for (let next = reader.lines[reader.at]; next !== undefined && next.indent > indent; ) {
    if (entryOf(next.text) !== null || /^-\s/.test(next.text)) throw refused(reader, next);
    parts.push(next.text);
    reader.at += 1;
    next = reader.lines[reader.at];
  }
  return /^(?:null|~)$/.test(text) ? '' : parts.join(' ');
}

function blockScalar(reader: Reader, line: Line, indent: number, folded: boolean, chomp: string): string {
  const found: string[] = [];
  let index = line.number;
  for (; index < reader.raw.length; index++) {
    const text = reader.raw[index] ?? '';
    if (text.trim() !== '' && text.length - text.trimStart().length <= indent) break;
    found.push(text);
  }
  while (reader.at < reader.lines.length && (reader.lines[reader.at]?.number ?? 0) <= index) reader.at += 1;
  const margin = Math.min(...found.filter((text) => text.trim() !== '').map((text) => text.search(/\S/)));
  const body = found
    .map((text) => text.slice(margin))
    .join('\n')
    .trimEnd();
  const joinedUp = folded ? body.replace(/([^\n])\n(?=[^\s\n])/g, '$1 ') : body;
  return chomp === '-' ? joinedUp : `${joinedUp}\n`;
}

function refused({ file, raw }: Reader, line: Line): SchemaError {
  const location = { file, line: line.number, column: line.indent + 1, text: raw[line.number - 1] ?? '' };
  return new SchemaError('adoption/unreadable', `${file} is YAML of a form that is not read here`, {
    location,
    detail: 'Read are blocks of mappings and lists, quoted and plain scalars, | and >.',
    hint: 'Rewrite the line, or keep this changelog as XML, JSON or formatted SQL.',
  });
}
