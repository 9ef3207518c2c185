// `schema lint`: findings in desired files that PostgreSQL accepts but that are unsafe or unclear.
import { definersByName, keysToTry, type NameIndex } from '../desired/name-index.ts';
import { readDesiredFiles } from '../desired/read-files.ts';
import { type DesiredStatement, readStatements } from '../desired/statements.ts';
import { WORDS } from '../kinds/words.ts';
import type { Finding } from '../report/findings.ts';
import type { Project } from '../settings/project.ts';
import { asText, children } from '../sql/node.ts';
import { loadParser } from '../sql/parser.ts';
import { references } from '../sql/references.ts';
import { bodyQueries } from '../sql/routine-queries.ts';
import { locateIn } from '../sql/source.ts';
import type { Reference } from '../sql/words.ts';

/** Findings in the order of the files. Errors: those of reading desired files. */
export async function lint(project: Pick<Project, 'schemaDir' | 'allowDo'>): Promise<readonly Finding[]> {
  await loadParser();
  const statements = readStatements(await readDesiredFiles(project.schemaDir), WORDS, { allowDo: project.allowDo });
  const known = definersByName(statements, WORDS);
  return statements
    .filter(({ type }) => type === 'CreateFunctionStmt')
    .flatMap((statement) => [...unsafeDefiner(statement), ...unqualifiedNames(statement, (name) => has(known, name))])
    .filter((finding, index, all) => all.findIndex((other) => same(other, finding)) === index);
}

const same = (one: Finding, other: Finding): boolean =>
  one.code === other.code && one.message === other.message && one.location.file === other.location.file;

const has = (known: NameIndex, name: Reference): boolean => keysToTry(name, [], WORDS).some((key) => known.has(key));

const isIgnored = ({ comments }: DesiredStatement, code: string): boolean =>
  comments.some((comment) => new RegExp(`schema:lint-ignore\\b.*\\b${code}\\b`).test(comment));

const options = (statement: DesiredStatement) => children(statement.node['options'], 'DefElem');

/** With `SET search_path`, the names in a routine have the same meaning for each caller. */
const fixesPath = (statement: DesiredStatement): boolean =>
  options(statement).some(
    ({ defname, arg }) => defname === 'set' && JSON.stringify(arg).includes('"name":"search_path"'),
  );

function unsafeDefiner(statement: DesiredStatement): Finding[] {
  const isDefiner = options(statement).some(
    ({ defname, arg }) => defname === 'security' && JSON.stringify(arg).includes('true'),
  );
  if (!isDefiner || fixesPath(statement) || isIgnored(statement, 'L102')) return [];
  return [
    {
      code: 'L102',
      rule: 'definer-without-search-path',
      severity: 'error',
      message: `${nameOf(statement)} is SECURITY DEFINER and sets no search_path: callers choose what its names mean`,
      hint: "Add SET search_path = '' (and write schemas before names), or SET search_path = app, pg_temp.",
      location: locateIn(statement.source, statement.start),
    },
  ];
}

function unqualifiedNames(statement: DesiredStatement, isDefined: (name: Reference) => boolean): Finding[] {
  if (fixesPath(statement) || isIgnored(statement, 'L101')) return [];
  const bodyStart = Math.max(0, statement.text.search(/\bAS\s+(?:\$|'|[eE]')/));
  return bodyQueries(statement).flatMap(({ statement: query, line }) =>
    references(query, WORDS)
      .hard.filter((name) => name.name.length === name.own && isDefined(name))
      .map((name): Finding => {
        const word = name.name.join('.');
        const start = offsetOfLine(statement.text, bodyStart, line);
        const at = statement.text.slice(start).search(new RegExp(`(?<![\\w.])"?${escaped(word)}\\b`, 'i'));
        return {
          code: 'L101',
          rule: 'unqualified-name',
          severity: 'warning',
          message: `the body of ${nameOf(statement)} names ${word} without a schema: what it finds depends on the caller's search_path`,
          hint: 'Write the schema before the name, or add SET search_path to the routine.',
          location: locateIn(statement.source, statement.start + start + Math.max(0, at)),
        };
      }),
  );
}

const escaped = (word: string): string => word.replaceAll(/[$.*+?^()[\]{}|\\]/g, '\\$&');

function offsetOfLine(text: string, from: number, line: number): number {
  let at = from;
  for (let left = line; left > 0; left -= 1) {
    const next = text.indexOf('\n', at);
    if (next === -1) return at;
    at = next + 1;
  }
  return at;
}

const nameOf = (statement: DesiredStatement): string =>
  statement.definitions[0]?.name.join('.') ?? asText(statement.node['funcname']);
