// Reads XML changelogs into elements in their order, with the package `fast-xml-parser`; for liquibase.ts.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { SchemaError } from '../../errors.ts';
import { locate } from '../../sql/source.ts';

export interface XmlElement {
  /** The name without the prefix of its namespace. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text of the element and of its CDATA sections, in order. */
  readonly text: string;
}

const TEXT = '#text';
const CDATA = '#cdata';
const ATTRIBUTES = ':@';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  textNodeName: TEXT,
  cdataPropName: CDATA,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
});

/** The root element. Raises `adoption/unreadable` with the place. */
export function parseXml(text: string, file: string): XmlElement {
  const source = text.replace(/^\uFEFF/, '');
  refuseDoctype(source, file);
  const checked = XMLValidator.validate(source);
  if (checked !== true) throw unreadable(source, file, checked.err);
  const nodes: unknown = parser.parse(source);
  const [root] = elementsOf(nodes);
  if (root === undefined) throw unreadable(source, file, { msg: 'it has no element', line: 1, col: 1 });
  return root;
}

/** A document type may define entities that name other files, or that multiply a text without end. */
function refuseDoctype(source: string, file: string): void {
  const plain = source.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, (part) => part.replace(/[^\n]/g, ' '));
  const at = plain.search(/<!(?:DOCTYPE|ENTITY)\b/i);
  if (at === -1) return;
  throw new SchemaError('adoption/unreadable', `${file} has a DOCTYPE, which is not read`, {
    detail: 'A document type can define entities that include other files, or that grow without end.',
    hint: 'Remove it, and write the text of its entities where they are used.',
    location: locate(source, at, file),
  });
}

function elementsOf(nodes: unknown): readonly XmlElement[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: unknown): readonly XmlElement[] => {
    const entries = Object.entries(typeof node === 'object' && node !== null ? node : {});
    const attributes = entries.find(([name]) => name === ATTRIBUTES)?.[1];
    const [name, inside] = entries.find(([key]) => key !== ATTRIBUTES) ?? ['', []];
    if (name === '' || name.startsWith('#')) return [];
    return [{ name, attributes: textsOf(attributes), children: elementsOf(inside), text: textOf(inside) }];
  });
}

const textsOf = (attributes: unknown): Readonly<Record<string, string>> =>
  typeof attributes === 'object' && attributes !== null
    ? Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)]))
    : {};

function textOf(nodes: unknown): string {
  if (!Array.isArray(nodes)) return '';
  return nodes
    .map((node: unknown) => {
      if (typeof node !== 'object' || node === null) return '';
      if (TEXT in node) return String(node[TEXT]);
      return CDATA in node ? textOf(node[CDATA]) : '';
    })
    .join('');
}

function unreadable(
  source: string,
  file: string,
  { msg, line, col }: { readonly msg: string; readonly line: number; readonly col: number },
): SchemaError {
  const location = { file, line, column: col, text: source.split('\n')[line - 1] ?? '' };
  return new SchemaError('adoption/unreadable', `${file} is not XML that can be read: ${msg}`, { location });
}
