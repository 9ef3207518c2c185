// Secrets in statements, connection strings, URLs and messages, for all rooms that show or record text.

/** Names of what is secret: options of user mappings and servers, keys of connection strings, placeholders. */
const SECRET = String.raw`\w*(?:password|passwd|passphrase|pwd|secret|token|(?:api|access|private|signing|encryption|master|service)_?key|credentials?)`;

/** Names that are short words in SQL, and tell a secret where somebody has chosen them for a value. */
const CHOSEN = '|(?:.*_)?(?:pass|pw|jwt)';

/** Whether a placeholder of this name is taken for a secret. */
export const isSecretName = (name: string): boolean =>
  new RegExp(`^(?:${SECRET}${CHOSEN})$`, 'i').test(name.replace(/[-.:]/g, '_'));

/** `PASSWORD 'x'` and `OPTIONS ("password" 'x')`, also where the statement itself stands in a string. */
const BEFORE_LITERAL = new RegExp(
  String.raw`\b${SECRET}\\?"*(?:\s|/\*(?:[^*]|\*(?!/))*\*/|--[^\n]*\n)*(?=(?:[eEnN]|[uU]&)?'|\\'|\$\w*\$|%\d*\$?[LsI])`,
  'gi',
);
/** `password = 'x'`: a key of a connection string, a comparison, an assignment, also within a string. */
const ASSIGNED = new RegExp(String.raw`(\b${SECRET}"?\s*:?=>?\s*)(''(?:[^']|\\'')*?''|\\'.*?\\'|'(?:[^']|'')*')`, 'gi');
/** `password=x`: a key of a connection string, a parameter of a URL, a variable of the environment. */
const BARE = new RegExp(String.raw`(\b${SECRET}\s*=\s*)([^\s'"&,;)\\]+)`, 'gi');
/** Other keys of a connection string, before or after this one. */
const BEFORE_KEY = /\b(?:host|hostaddr|port|user|dbname|service|sslmode|options)\s*=[^=;]*$|['"?&]$/i;
const AFTER_VALUE = /^\s+(?:host|hostaddr|port|user|dbname|service|sslmode|options)\s*=/i;
/** `set_config('app.jwt_secret', 'x')` */
const SETTING = new RegExp(String.raw`(\bset_config\s*\(\s*'[\w.]*${SECRET}'\s*,\s*)'(?:[^']|'')*'`, 'gi');
/** The password of a member of a JSON document. */
const IN_JSON = new RegExp(String.raw`("${SECRET}\\?"\s*:\s*\\?")((?:[^"\\]|\\(?!").)*)`, 'gi');
/** In a malformed URL a password may hold any character, so the text up to the last @ counts as the password. */
const IN_URL = /(:\/\/[^:@\s/'"]{0,200}:)[^\s'"]{0,500}@/g;

const MASK = '***';

/** The text with `***` in place of each secret: passwords by their keywords, and the given values wherever they are. */
export function withoutSecrets(text: string, values: readonly string[] = []): string {
  return withoutValues(withoutLiterals(text), values)
    .replace(SETTING, `$1'${MASK}'`)
    .replace(ASSIGNED, (_, key: string, value: string) => `${key}${/^'(?!')/.test(value) ? `'${MASK}'` : MASK}`)
    .replace(BARE, (found, key: string, _, at: number, whole: string) =>
      isOfConnection(whole, at, found) ? `${key}${MASK}` : found,
    )
    .replace(IN_JSON, `$1${MASK}`)
    .replace(IN_URL, `$1${MASK}@`);
}

/** In SQL such words are columns (`a.token = b.token`), so that bare values are masked in connection strings only. */
function isOfConnection(text: string, at: number, found: string): boolean {
  if (/^[A-Z][A-Z0-9_]*=/.test(found)) return true;
  const before = text.slice(Math.max(0, at - 200), at);
  return BEFORE_KEY.test(before) || AFTER_VALUE.test(text.slice(at + found.length, at + found.length + 40));
}

/** Whether a statement, or a part of a statement, holds a secret. */
export const holdsSecret = (sql: string): boolean => withoutSecrets(sql) !== sql;

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The least length of a line of a value that is masked by itself: shorter lines are no secrets. */
const SHORTEST_LINE = 6;

/** The forms in which a value may stand in a text: quoted for SQL or CSV, encoded for a URL or XML, line by line. */
function formsOf(value: string): readonly string[] {
  const lines = value.includes('\n') ? value.split('\n').map((line) => line.trim()) : [];
  return [value, ...lines.filter((line) => line.length >= SHORTEST_LINE)].flatMap((text) => [
    text,
    text.replaceAll("'", "''"),
    text.replaceAll('"', '""'),
    text.replace(/[&<>"]/g, (character) => XML[character] ?? ''),
    inUrl(text),
  ]);
}

function withoutValues(text: string, values: readonly string[]): string {
  const forms = values.flatMap(formsOf);
  // A value may contain another one.
  const longestFirst = [...new Set(forms)].filter((form) => form !== '').sort((a, b) => b.length - a.length);
  return longestFirst.reduce((shown, form) => shown.replaceAll(form, MASK), text);
}

const inUrl = (value: string): string => encodeURIComponent(value.replace(/\p{Cs}/gu, ''));

function withoutLiterals(text: string): string {
  let shown = '';
  let at = 0;
  for (const found of text.matchAll(BEFORE_LITERAL)) {
    const start = found.index + found[0].length;
    if (found.index < at || endsString(text, start)) continue;
    const literal = literalAt(text, start);
    const builds =
      text.charAt(start) === '%' || (literal !== null && isCode(text.slice(literal.inside, literal.close)));
    if (builds) {
      // The keyword ends a string (`'… PASSWORD ' || x`, `format('… PASSWORD %L', x)`): the value is a later string.
      const end = endOfStatement(text, start);
      shown += text.slice(at, start) + masked(text.slice(start, end));
      at = end;
    } else if (literal !== null) {
      shown += `${text.slice(at, start)}${literal.quote}${MASK}${literal.quote}`;
      at = literal.end;
    }
  }
  return shown + text.slice(at);
}

/** So many characters are looked at before a quote: one statement in all but rare cases. */
const NEAR = 1000;

/** Whether the quote right after a word ends a string (`'a password'`): as many quotes stand before it in its statement. */
function endsString(text: string, quote: number): boolean {
  if (!/\w/.test(text.charAt(quote - 1))) return false;
  const near = text.slice(Math.max(0, quote - NEAR), quote);
  const statement = near.slice(near.lastIndexOf(';') + 1);
  return (statement.match(/'/g)?.length ?? 0) % 2 === 1;
}

/** The text between a quote that ends a string and the quote that begins the next one. */
const isCode = (between: string): boolean => /^\s*(?:\|\||,|\))/.test(between);

/** A semicolon within a line may stand in a string. */
function endOfStatement(text: string, from: number): number {
  const end = text.slice(from).search(/;[ \t]*(?:\n|$)/);
  return end === -1 ? text.length : from + end;
}

/** The rest of a statement with each string masked. It begins in a string, or with the quote that ends it. */
function masked(rest: string): string {
  const first = rest.search(/'|\$\w*\$/);
  if (first === -1) return rest;
  const [quote = ''] = /^(?:'+|\$\w*\$)/.exec(rest.slice(first)) ?? [];
  let shown = rest.slice(0, first + quote.length);
  let at = first + quote.length;
  const opening = /'+|\$\w*\$/g;
  for (opening.lastIndex = at; ; opening.lastIndex = at) {
    const found = opening.exec(rest);
    // Fewer quotes end the string around this statement, and so the statement.
    if (found === null || (quote.startsWith("'") && found[0].length < quote.length)) return shown + rest.slice(at);
    const literal = literalAt(rest, found.index);
    const end = literal?.end ?? found.index + found[0].length;
    const text = literal === null ? found[0] : `${literal.quote}${MASK}${literal.quote}`;
    shown += rest.slice(at, found.index) + text;
    at = end;
  }
}

/** A string constant in a text: the offsets of its content and of its end, and the quote to write around a mask. */
interface Literal {
  readonly inside: number;
  readonly close: number;
  readonly end: number;
  readonly quote: string;
}

/**
 * The constant that begins at `start`, with an optional `E`, `N` or `U&`; null for an empty one. In a statement that
 * itself stands in a string, quotes are doubled, once for each level: a run of 2 or 4 quotes then begins the constant.
 */
function literalAt(text: string, start: number): Literal | null {
  const [opening = '', prefix = '', dollar, escaped] =
    /^([eEnN]|[uU]&)?(?:(\$\w*\$)|(\\')|'+)/.exec(text.slice(start, start + 200)) ?? [];
  const inside = start + opening.length;
  const to = (close: number, mark: string, quote = mark): Literal => {
    const end = close === -1 ? text.length : close;
    return { inside, close: end, end: Math.min(end + mark.length, text.length), quote };
  };
  if (dollar !== undefined) return to(text.indexOf(dollar, inside), dollar, "'");
  if (escaped !== undefined) return to(text.indexOf(escaped, inside), escaped);
  const run = opening.length - prefix.length;
  if (run % 2 === 1) return ofQuotes(text, start + prefix.length, /^e/i.test(prefix));
  if (run === 2 && /^(?:[\s,;)]|$)/.test(text.slice(inside, inside + 1))) return null;
  const quote = "'".repeat(run);
  const runs = /'+/g;
  runs.lastIndex = inside;
  let found = runs.exec(text);
  while (found !== null && found[0].length % (2 * run) === 0) found = runs.exec(text);
  return to(found?.index ?? -1, quote);
}

function ofQuotes(text: string, start: number, escapes: boolean): Literal {
  const constant = escapes ? /'(?:[^'\\]|''|\\[\s\S])*/y : /'(?:[^']|'')*/y;
  constant.lastIndex = start;
  constant.exec(text);
  const close = Math.max(constant.lastIndex, start + 1);
  return { inside: start + 1, close, end: Math.min(close + 1, text.length), quote: "'" };
}
