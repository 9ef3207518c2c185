// The statements that could not be loaded as one error, causes first, for loading.
import { type Location, SchemaError } from '../errors.ts';
import { definedName } from '../sql/definitions.ts';
import { nameOf, tokens } from '../sql/lexer.ts';
import { editDistance } from '../sql/nearest.ts';
import { referenceTo } from '../sql/objects.ts';
import { locateIn } from '../sql/source.ts';
import { namespaceOf, type Reference, type Words } from '../sql/words.ts';
import { definersByName, keysOf, keysToTry, type NameIndex } from './name-index.ts';
import { type StatementFailure, serverError, WITHOUT_END } from './run.ts';
import type { DesiredStatement } from './statements.ts';

interface Known {
  readonly words: Words;
  readonly statements: readonly DesiredStatement[];
  readonly definers: NameIndex;
  readonly failed: ReadonlySet<DesiredStatement>;
}

/**
 * One `desired/load` error for all statements that could not be loaded: causes first, then the failures that follow
 * from them.
 */
export function loadError(
  failures: readonly StatementFailure[],
  statements: readonly DesiredStatement[],
  words: Words,
): SchemaError {
  const known: Known = {
    words,
    statements,
    definers: definersByName(statements, words),
    failed: new Set(failures.map(({ statement }) => statement)),
  };
  const place = new Map(statements.map((statement, at) => [statement, at]));
  const ranked = failures
    .map((failure) => ({
      failure,
      isConsequence: needsFailed(failure.statement, known),
      at: place.get(failure.statement) ?? 0,
    }))
    .toSorted((one, other) => Number(one.isConsequence) - Number(other.isConsequence) || one.at - other.at);
  return SchemaError.all(ranked.map(({ failure }) => describe(failure, known)));
}

function needsFailed(statement: DesiredStatement, known: Known): boolean {
  return statement.references.hard.some((reference) =>
    definersOf(reference, statement, known).some((definer) => definer !== statement && known.failed.has(definer)),
  );
}

function definersOf(reference: Reference, statement: DesiredStatement, known: Known): readonly DesiredStatement[] {
  const keys = keysToTry(reference, statement.session.searchPath, known.words);
  return keys.flatMap((key) => numbered(known, known.definers.get(key)));
}

function numbered(known: Known, numbers: readonly number[] = []): readonly DesiredStatement[] {
  return numbers.flatMap((at) => known.statements[at] ?? []);
}

function describe(failure: StatementFailure, known: Known): SchemaError {
  const { statement, error } = failure;
  const server = serverError(error);
  const message = server.message ?? error.message;
  const missing = missingName(message, known.words);
  const offset = failure.offset ?? placeOf(statement, missing) ?? statement.start;
  const detail = [server.detail ?? error.detail, server.where].filter((text) => text).join('\n');
  const hints = [server.hint, ourHint(statement, missing, error.sqlstate, known)];
  return new SchemaError('desired/load', message, {
    detail: detail === '' ? undefined : detail,
    hint: hints.filter((text) => text).join('\n') || undefined,
    location: locateIn(statement.source, offset),
    sqlstate: error.sqlstate,
    cause: error,
  });
}

interface Missing {
  /**
   * The word in the server's message, for example `relation`; `key` for a unique constraint, `available` for the files
   * of an extension.
   */
  readonly word: string;
  readonly name: readonly string[];
}

/** A server's message names a missing object by `relation` or by the word for its type. */
const missingWords = (words: Words): RegExp =>
  new RegExp(
    `^(relation|${[...words.types.keys()].join('|')}) "?([^"(]+)"?(?:\\(.*?\\))?(?: for .*)? (?:does not exist|is not available)`,
    's',
  );

/** The missing object that a server's message names (in English, the language of scratch). */
function missingName(message: string, words: Words): Missing | undefined {
  const found = missingWords(words).exec(message);
  if (found === null) {
    const key = /^there is no unique constraint matching given keys for referenced table "(.*)"/.exec(message);
    return key === null ? undefined : { word: 'key', name: [key[1] ?? ''] };
  }
  const word = message.endsWith('is not available') ? 'available' : (found[1] ?? '');
  return { word, name: (found[2] ?? '').split('.') };
}

/** The first occurrence of a name in a statement, for errors without a position from the server. */
function placeOf(statement: DesiredStatement, missing: Missing | undefined): number | undefined {
  const last = missing?.name.at(-1);
  if (last === undefined) return undefined;
  const { text, start } = statement;
  for (const token of tokens(text)) {
    const isName = token.kind === 'word' || token.kind === 'quoted name';
    if (isName && nameOf(text, token) === last) return start + token.start;
  }
  return undefined;
}

function ourHint(
  statement: DesiredStatement,
  missing: Missing | undefined,
  sqlstate: string | undefined,
  known: Known,
): string | undefined {
  if (/^(?:42P07|42710|42723|42P06|42701)$/.test(sqlstate ?? '')) return alreadyDefined(statement, known);
  if (statement.type === 'DropStmt') return DROPPING;
  // query_canceled, by statement_timeout
  if (sqlstate === '57014') return WITHOUT_END;
  if (missing === undefined || missing.word === 'key') return undefined;
  const { word, name } = missing;
  const dotted = name.join('.');
  if (word === 'role') return 'Roles belong to the cluster: create the role where your servers are set up.';
  if (word === 'available')
    return `PGlite, which loads desired files, does not bundle ${dotted}: it can't be planned with yet.`;
  return definedElsewhere(statement, missing, known) ?? ofExtension(name, known) ?? nowhere(missing, known);
}

const DROPPING =
  'Desired files say what there is. To drop an object, delete its CREATE statement: the plan drops it. A DROP … IF EXISTS ' +
  'may stand before the CREATE of the same name.';

/** The hint for a missing object that another desired file defines. */
function definedElsewhere(statement: DesiredStatement, missing: Missing, known: Known): string | undefined {
  const dotted = missing.name.join('.');
  const reference = referenceTo(namespaceOf(known.words, missing.word), missing.name);
  const keys = keysToTry(reference, statement.session.searchPath, known.words);
  const found = keys.flatMap((key) => numbered(known, known.definers.get(key)).map((definer) => ({ key, definer })));
  const others = found.filter(({ definer }) => definer !== statement);
  const failed = others.find(({ definer }) => known.failed.has(definer));
  if (failed !== undefined)
    return `${dotted} is defined in ${shown(failed.definer)}, in a statement that failed itself.`;
  const [first] = others;
  if (first === undefined) return undefined;
  const place = shown(first.definer);
  // The last key finds the name in any schema.
  if (missing.name.length === 1 && first.key === keys.at(-1)) {
    return `It is defined in ${place}, in a schema that is not in the search path: write the schema before the name.`;
  }
  if (/^(?:IndexStmt|CreateTableAsStmt)$/.test(statement.type)) {
    const reason = 'since PostgreSQL 17 the functions of indexes and materialized views find names in pg_catalog only';
    return `It is defined in ${place}, but ${reason}: write the schema before the name in the function's body.`;
  }
  const isOverloaded = ['routine', 'operator'].includes(namespaceOf(known.words, missing.word));
  return `It is defined in ${place}${isOverloaded ? ': compare the argument types' : ''}.`;
}

function nowhere(missing: Missing, known: Known): string {
  const suggestion = didYouMean(namespaceOf(known.words, missing.word), missing.name, known);
  return [`No file defines ${missing.name.join('.')}.`, suggestion].filter((text) => text).join(' ');
}

function ofExtension(name: readonly string[], known: Known): string | undefined {
  const extension = OF_EXTENSIONS[name.at(-1) ?? ''];
  if (extension === undefined) return undefined;
  const [creator] = numbered(
    known,
    known.definers.get(keysOf(referenceTo('extension', [extension]), [], known.words)[0] ?? ''),
  );
  if (creator === undefined) {
    return `It comes with extension ${extension}: write CREATE EXTENSION "${extension}" in a desired file.`;
  }
  const problem = known.failed.has(creator) ? 'failed itself' : 'put it into a schema that is not in the search path';
  return `It comes with extension ${extension}, but CREATE EXTENSION in ${shown(creator)} ${problem}.`;
}

function shown(statement: DesiredStatement): string {
  const { file, line }: Location = locateIn(statement.source, statement.start);
  return `${file}:${line}`;
}

function alreadyDefined(statement: DesiredStatement, known: Known): string | undefined {
  for (const definition of statement.definitions) {
    const keys = keysOf(definedName(definition, known.words), statement.session.searchPath, known.words);
    const other = keys.flatMap((key) => numbered(known, known.definers.get(key))).find((one) => one !== statement);
    if (other !== undefined) return `It is also defined in ${shown(other)}.`;
  }
  return undefined;
}

/**
 * Types, functions and operator classes that are often used without a CREATE EXTENSION, by the extension that has them.
 */
const OF_EXTENSIONS: Readonly<Record<string, string>> = {
  citext: 'citext',
  hstore: 'hstore',
  ltree: 'ltree',
  cube: 'cube',
  gin_trgm_ops: 'pg_trgm',
  gist_trgm_ops: 'pg_trgm',
  similarity: 'pg_trgm',
  uuid_generate_v4: 'uuid-ossp',
  uuid_generate_v1: 'uuid-ossp',
  gen_random_bytes: 'pgcrypto',
  digest: 'pgcrypto',
  crypt: 'pgcrypto',
  unaccent: 'unaccent',
  levenshtein: 'fuzzystrmatch',
  geometry: 'postgis',
  geography: 'postgis',
  vector: 'vector',
};

function didYouMean(namespace: string, name: readonly string[], known: Known): string | undefined {
  const dotted = name.join('.');
  let best: { readonly text: string; readonly distance: number } | undefined;
  for (const { definitions } of known.statements) {
    for (const definition of definitions) {
      if (namespaceOf(known.words, definition.type) !== namespace || definition.on !== undefined) continue;
      const text = definition.name.slice(-name.length).join('.');
      const distance = editDistance(dotted, text);
      if (distance <= 2 && distance < (best?.distance ?? 3)) best = { text: definition.name.join('.'), distance };
    }
  }
  return best === undefined ? undefined : `Did you mean ${best.text}?`;
}
