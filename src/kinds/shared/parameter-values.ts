// Values of storage parameters and view options in one form: a server stores them as they were written.

const SWITCHES = new Set([
  'autosummarize',
  'autovacuum_enabled',
  'deduplicate_items',
  'fastupdate',
  'security_barrier',
  'security_invoker',
  'user_catalog_table',
  'vacuum_truncate',
]);

/** Parameters with words, some of which a truth value also names. */
const WORDS = new Set(['buffering', 'check_option', 'vacuum_index_cleanup']);

/** The truth value as parse_bool() reads it, with its abbreviations; null for other texts. */
export function truthOf(text: string): boolean | null {
  const word = text.toLowerCase();
  if (/^(t(r(ue?)?)?|y(es?)?|on|1)$/.test(word)) return true;
  return /^(f(a(l(se?)?)?)?|no?|off?|0)$/.test(word) ? false : null;
}

/** A decimal number without signs and zeros that say nothing; a leading zero may mean an octal number. */
export function numberOf(text: string): string | null {
  if (!/^[+-]?(0|[1-9]\d*|(?=\.))(\.\d+)?$/.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? String(value) : null;
}

function meaningOf(name: string, value: string): string {
  const bare = name.replace(/^toast\./, '');
  const truth = truthOf(value);
  if (SWITCHES.has(bare)) return truth === null ? value : String(truth);
  if (WORDS.has(bare)) return bare === 'check_option' || truth === null ? value.toLowerCase() : truth ? 'on' : 'off';
  return numberOf(value) ?? value;
}

/** The parameters with values that are equal where they mean the same. */
export const parameterMeaning = (
  parameters: Readonly<Record<string, string>> | null,
): Readonly<Record<string, string>> | null =>
  parameters === null
    ? null
    : Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, meaningOf(name, value)]));
