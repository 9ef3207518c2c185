// Changelogs in XML, YAML and JSON, for liquibase.ts: changesets with SQL changes, includes, properties.
import { SchemaError } from '../../errors.ts';
import { joined } from '../source-text.ts';
import {
  attribute,
  type ChangelogReader,
  type ChangeSet,
  defineProperty,
  delimited,
  isForPostgres,
  isOn,
  resolved,
  withProperties,
} from './changeset.ts';
import { type Preconditions, preconditionsOf } from './precondition.ts';
import { parseXml, type XmlElement } from './xml.ts';
import { parseYaml } from './yaml.ts';

/** The changesets of one changelog and of the changelogs that it includes, in order. */
export function readChangelogTree(path: string, text: string, reader: ChangelogReader): readonly ChangeSet[] {
  const root = rootOf(path, text);
  const logical = attribute(root.attributes, 'logicalFilePath') ?? path;
  return root.children.flatMap((element): readonly ChangeSet[] => {
    const { name, attributes } = element;
    if (name === 'property') defineProperty(reader.properties, attributes);
    if (name === 'changeSet') return [changeSetOf(element, path, logical, reader)];
    if (name === 'include') {
      const beside = isOn(attributes, 'relativeToChangelogFile') ? path : null;
      return reader.include(resolved(attribute(attributes, 'file') ?? '', beside));
    }
    return name === 'includeAll' ? includeAll(element, path, reader) : [];
  });
}

function rootOf(path: string, text: string): XmlElement {
  if (/\.xml$/i.test(path)) return parseXml(text, path);
  const value = /\.json$/i.test(path) ? parseJson(text, path) : parseYaml(text, path);
  const list = typeof value === 'object' && value !== null ? Reflect.get(value, 'databaseChangeLog') : undefined;
  if (Array.isArray(list)) return elementOf('databaseChangeLog', list);
  throw new SchemaError('adoption/unreadable', `${path} has no databaseChangeLog`, {
    hint: 'Name the changelog with --changelog.',
  });
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new SchemaError('adoption/unreadable', `${file} is not JSON that can be read: ${said}`, { cause });
  }
}

/** Turns YAML and JSON into the tree of XML: scalars are attributes, other values are children. */
function elementOf(name: string, value: unknown): XmlElement {
  if (Array.isArray(value)) return { name, attributes: {}, children: value.flatMap(membersOf), text: '' };
  if (typeof value !== 'object' || value === null) return { name, attributes: {}, children: [], text: scalar(value) };
  const entries = Object.entries(value);
  const plain = entries.filter(([, member]) => typeof member !== 'object' || member === null);
  const nested = entries.filter(([, member]) => typeof member === 'object' && member !== null);
  return {
    name,
    attributes: Object.fromEntries(plain.map(([key, member]) => [key, scalar(member)])),
    // `changes` is a list without a meaning of its own.
    children: nested.flatMap(([key, member]) => (key === 'changes' ? membersOf(member) : [elementOf(key, member)])),
    text: '',
  };
}

const scalar = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

const membersOf = (value: unknown): XmlElement[] =>
  (Array.isArray(value) ? value : [value]).flatMap((member) =>
    typeof member === 'object' && member !== null
      ? Object.entries(member).map(([key, inner]) => elementOf(key, inner))
      : [{ name: 'sql', attributes: {}, children: [], text: scalar(member) }],
  );

function includeAll({ attributes }: XmlElement, path: string, reader: ChangelogReader): readonly ChangeSet[] {
  const beside = isOn(attributes, 'relativeToChangelogFile') ? path : null;
  const folder = `${resolved(attribute(attributes, 'path') ?? '', beside).replace(/\/$/, '')}/`;
  return [...reader.texts.keys()]
    .filter((name) => name.startsWith(folder) && /\.(?:sql|xml|ya?ml|json)$/i.test(name))
    .sort()
    .flatMap((name) => reader.include(name));
}

/** Elements of a changeset that are not changes. */
const BESIDE = new Set(['comment', 'preConditions', 'rollback', 'validCheckSum', 'modifySql', 'tagDatabase', 'empty']);

function changeSetOf(element: XmlElement, path: string, logical: string, reader: ChangelogReader): ChangeSet {
  const { attributes, children } = element;
  const changes = children.filter(({ name }) => !BESIDE.has(name));
  const foreign = changes.filter(({ name }) => name !== 'sql' && name !== 'sqlFile').map(({ name }) => name);
  const { checks, notes } = preconditions(children, reader);
  const tag = children.find(({ name }) => name === 'tagDatabase')?.attributes['tag'] ?? null;
  const modified = children.some(({ name }) => name === 'modifySql') ? ['modifySql is left out'] : [];
  const left = foreign.length === 0 ? [] : [`its changes ${[...new Set(foreign)].join(', ')} are not SQL`];
  return {
    id: attributes['id'] ?? '',
    author: attributes['author'] ?? '',
    file: attribute(attributes, 'logicalFilePath') ?? logical,
    attributes,
    up: foreign.length > 0 ? null : sqlOf(changes, path, reader),
    down: rollbackOf(element, path, reader),
    checks,
    tag,
    notes: [...notes, ...modified, ...left],
  };
}

function preconditions(children: readonly XmlElement[], { properties }: ChangelogReader): Preconditions {
  const all = children.filter(({ name }) => name === 'preConditions');
  const read = all.map((element) =>
    preconditionsOf(
      element.children.filter(({ name }) => name !== 'onFail'),
      attribute(element.attributes, 'onFail') ?? element.children.find(({ name }) => name === 'onFail')?.text,
    ),
  );
  return {
    checks: read.flatMap(({ checks }) => checks.map((one) => ({ ...one, sql: withProperties(one.sql, properties) }))),
    notes: read.flatMap(({ notes }) => notes),
  };
}

function sqlOf(changes: readonly XmlElement[], path: string, reader: ChangelogReader): string {
  const texts = changes.flatMap(({ name, attributes, text, children }) => {
    if (!isForPostgres(attribute(attributes, 'dbms'))) return [];
    const inner = children.find((child) => child.name === 'sql')?.text;
    const sql = name === 'sqlFile' ? fileText(attributes, path, reader) : (attributes['sql'] ?? inner ?? text);
    return [delimited(withProperties(sql, reader.properties), attribute(attributes, 'endDelimiter'))];
  });
  return joined(texts);
}

function fileText(attributes: XmlElement['attributes'], path: string, { texts }: ChangelogReader): string {
  const beside = isOn(attributes, 'relativeToChangelogFile') ? path : null;
  const name = resolved(attribute(attributes, 'path') ?? '', beside);
  const text = texts.get(name);
  if (text !== undefined) return text;
  throw new SchemaError('adoption/unreadable', `${name} is named by ${path} and is not there`, {
    hint: 'Point --dir at the folder that Liquibase searches (its search path).',
  });
}

/** Null: no rollback is written; empty: a rollback without statements. */
function rollbackOf({ children, attributes }: XmlElement, path: string, reader: ChangelogReader): string | null {
  const plain = attributes['rollback'];
  if (plain !== undefined) return withProperties(plain, reader.properties);
  const all = children.filter(({ name }) => name === 'rollback');
  if (all.length === 0) return null;
  const changes = all.flatMap((element) => (element.children.length > 0 ? element.children : [element]));
  const foreign = changes.some(({ name }) => name !== 'sql' && name !== 'sqlFile' && name !== 'rollback');
  if (foreign || all.some((element) => attribute(element.attributes, 'changeSetId') !== undefined)) return null;
  return sqlOf(changes, path, reader);
}
