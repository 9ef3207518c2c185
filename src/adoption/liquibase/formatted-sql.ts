// Liquibase's formatted SQL, for liquibase.ts: comments declare changesets, rollbacks and conditions.
import { defined } from '../../defined.ts';
import { normalizeText } from '../../migrations/file.ts';
import { type ChangelogReader, type ChangeSet, defineProperty, delimited, withProperties } from './changeset.ts';
import { preconditionsOf } from './precondition.ts';
import type { XmlElement } from './xml.ts';

export const isFormattedSql = (text: string): boolean =>
  /^\s*--\s*liquibase\s+formatted\s+sql/i.test(text.replace(/^\uFEFF/, ''));

interface Draft {
  readonly author: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly body: string[];
  readonly rollback: string[];
  rolledBack: boolean;
  /** Author and id of the changeset whose SQL is the rollback of this changeset. */
  rollbackOf: { readonly id: string; readonly author: string } | null;
  readonly preconditions: XmlElement[];
  onFail: string | undefined;
}

const CHANGESET = /^\s*--\s*changeset\s+("[^"]*"|[^\s:]+):("[^"]*"|\S+)(.*)$/i;
const DIRECTIVE =
  /^\s*--\s*(rollback|preconditions?(?:-[a-z-]+)?|property|comment|validCheckSum|ignoreLines|ignore)\b:?(.*)$/i;

/** The changesets of one file. */
export function readFormattedSql(path: string, text: string, reader: ChangelogReader): readonly ChangeSet[] {
  const drafts: Draft[] = [];
  const logical = /^\s*--\s*liquibase\s+formatted\s+sql.*\blogicalFilePath:("[^"]*"|\S+)/i.exec(text)?.[1];
  for (const line of withoutIgnored(liftedRollbacks(normalizeText(text)).split('\n'))) {
    const start = CHANGESET.exec(line);
    if (start !== null) drafts.push(draftOf(start));
    else takeLine(line, drafts.at(-1), reader);
  }
  const made = new Map(drafts.map((draft) => [`${draft.id}\0${draft.author}`, draft]));
  return drafts.map((draft) => finished(draft, unquoted(logical ?? path), made, reader));
}

function draftOf(match: RegExpExecArray): Draft {
  const [, author = '', id = '', rest = ''] = match;
  return {
    ...{ author: unquoted(author), id: unquoted(id), attributes: attributesOf(rest), body: [], rollback: [] },
    ...{ rolledBack: false, rollbackOf: null, preconditions: [], onFail: undefined },
  };
}

const unquoted = (word: string): string => word.replace(/^"(.*)"$/, '$1');

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([A-Za-z]+):("[^"]*"|\S+)/g)].map(([, name = '', value = '']) => [name, unquoted(value)]),
  );

/** A rollback in a block comment, as lines. */
const liftedRollbacks = (text: string): string =>
  text.replace(/\/\*\s*liquibase\s+rollback\b([\s\S]*?)\*\//gi, (_, sql: string) =>
    sql
      .trim()
      .split('\n')
      .map((line) => `--rollback ${line}`)
      .join('\n'),
  );

function withoutIgnored(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let skip = 0;
  for (const line of lines) {
    const marker = /^\s*--\s*ignoreLines:(start|end|\d+)\s*$/i.exec(line)?.[1]?.toLowerCase();
    if (marker === 'end') skip = 0;
    else if (marker !== undefined) skip = marker === 'start' ? Number.POSITIVE_INFINITY : Number(marker);
    else if (skip > 0) skip -= 1;
    else kept.push(line);
  }
  return kept;
}

function takeLine(line: string, draft: Draft | undefined, reader: ChangelogReader): void {
  const [, directive = '', value = ''] = DIRECTIVE.exec(line) ?? [];
  const word = directive.toLowerCase();
  if (word === 'property') {
    const { name, value: text, dbms } = attributesOf(value);
    defineProperty(reader.properties, {
      ...defined({ name, value: text, dbms }),
    });
    return;
  }
  if (draft === undefined) return;
  if (word === 'rollback') takeRollback(value.replace(/^ /, ''), draft);
  else if (word.startsWith('precondition')) takePrecondition(word, value, draft);
  else if (word === 'comment') draft.body.push(`-- ${value.trim()}`);
  else if (word === '') draft.body.push(line);
}

function takeRollback(text: string, draft: Draft): void {
  draft.rolledBack = true;
  const { changesetId, changesetAuthor } = attributesOf(text);
  if (changesetId !== undefined) draft.rollbackOf = { id: changesetId, author: changesetAuthor ?? draft.author };
  else if (!/^\s*(?:empty|not required)\s*$/i.test(text)) draft.rollback.push(text);
}

const CHECKS: Readonly<Record<string, readonly [name: string, attribute: string]>> = {
  'precondition-table-exists': ['tableExists', 'tableName'],
  'precondition-view-exists': ['viewExists', 'viewName'],
};

function takePrecondition(word: string, value: string, draft: Draft): void {
  const attributes = attributesOf(value);
  if (word === 'preconditions' || word === 'precondition') {
    draft.onFail = attributes['onFail'];
    return;
  }
  const element = { children: [], text: '' };
  if (word === 'precondition-sql-check') {
    const [, expected = '', sql = ''] = /^\s*expectedResult:("[^"]*"|'[^']*'|\S+)\s+(.*)$/i.exec(value) ?? [];
    const expectedResult = expected.replace(/^(["'])(.*)\1$/, '$2');
    draft.preconditions.push({ ...element, name: 'sqlCheck', attributes: { expectedResult, sql } });
    return;
  }
  const [name = word, attribute = ''] = CHECKS[word] ?? [];
  const { table, view, schema } = attributes;
  const schemaName = defined({ schemaName: schema });
  draft.preconditions.push({ ...element, name, attributes: { [attribute]: table ?? view ?? '', ...schemaName } });
}

function finished(
  draft: Draft,
  path: string,
  made: ReadonlyMap<string, Draft>,
  { properties }: ChangelogReader,
): ChangeSet {
  const { attributes, author, id } = draft;
  const { checks, notes } = preconditionsOf(draft.preconditions, draft.onFail);
  const sqlOf = ({ body, attributes: own }: Draft): string =>
    delimited(withProperties(body.join('\n').trim(), properties), own['endDelimiter']);
  const other = draft.rollbackOf === null ? undefined : made.get(`${draft.rollbackOf.id}\0${draft.rollbackOf.author}`);
  const rollback = withProperties(draft.rollback.join('\n').trim(), properties);
  const delimiter = attributes['rollbackEndDelimiter'] ?? attributes['endDelimiter'];
  const down = other === undefined ? delimited(rollback, delimiter) : sqlOf(other);
  const file = attributes['logicalFilePath'] ?? path;
  const common = { id, author, file, attributes, checks, tag: null, notes };
  return { ...common, up: sqlOf(draft), down: draft.rolledBack ? down : null };
}
