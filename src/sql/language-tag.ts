// ICU locales as BCP 47 language tags, in the spelling of uloc_toLanguageTag(), for the kind collation. PostgreSQL stores
// them so since 16 (icu_language_tag); older servers, and scratch, store what was written.

/** ICU's names of collation settings, and their keys in language tags (Unicode Technical Standard 35). */
const KEYS: Readonly<Record<string, string>> = {
  calendar: 'ca',
  colalternate: 'ka',
  colbackwards: 'kb',
  colcasefirst: 'kf',
  colcaselevel: 'kc',
  colhiraganaquaternary: 'kh',
  collation: 'co',
  colnormalization: 'kk',
  colnumeric: 'kn',
  colreorder: 'kr',
  colstrength: 'ks',
  currency: 'cu',
  numbers: 'nu',
};

/** The values that language tags spell in another way than ICU. */
const VALUES: Readonly<Record<string, string>> = {
  'ka non-ignorable': 'noignore',
  'ks primary': 'level1',
  'ks secondary': 'level2',
  'ks tertiary': 'level3',
  'ks quaternary': 'level4',
  'ks quarternary': 'level4',
  'ks identical': 'identic',
  'co phonebook': 'phonebk',
  'co traditional': 'trad',
  'co dictionary': 'dict',
  'co gb2312han': 'gb2312',
};

/** Variants of the old form that are settings. */
const VARIANTS: Readonly<Record<string, readonly [string, string]>> = {
  posix: ['va', 'posix'],
  phonebook: ['co', 'phonebk'],
  traditional: ['co', 'trad'],
};

/** The language tag of an ICU locale, in either form; the text itself where it is neither. */
export function languageTag(locale: string): string {
  const settings = new Map<string, string>();
  const [place = '', keywords = ''] = locale.split('@', 2);
  const [named = ''] = place.split('.', 1);
  // ICU takes C for the POSIX locale of the United States.
  const subtags = (/^(c|posix)$/i.test(named) ? 'en-us-posix' : named.replaceAll('_', '-')).toLowerCase().split('-');
  const extension = subtags.findIndex((subtag, index) => index > 0 && subtag.length === 1);
  const head = extension < 0 ? subtags : subtags.slice(0, extension);
  const rest = extension < 0 ? [] : subtags.slice(extension);
  if (rest.length > 0 && rest[0] !== 'u') return locale;
  for (const [key, value] of extensionSettings(rest.slice(1))) settings.set(key, value);
  const variants: string[] = [];
  for (const part of keywords.split(';').filter((text) => text !== '')) {
    const [name = '', value] = part.split('=', 2);
    if (value === undefined) variants.push(name.toLowerCase());
    else settings.set(...settingOf(name.toLowerCase(), value.toLowerCase()));
  }
  const own = [...placeOf(head, settings), ...variants];
  if (!own.every((subtag) => /^[a-z0-9]{1,8}$/i.test(subtag))) return locale;
  const spelled = [...settings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, value]) => [key, ...value.split(' ')]);
  return [...own, ...(spelled.length > 0 ? ['u', ...spelled] : [])].join('-');
}

/** Language, script, region and variants, each in its usual case. */
function placeOf(subtags: readonly string[], settings: Map<string, string>): readonly string[] {
  const [language = '', ...others] = subtags;
  return [
    language === '' ? 'und' : language,
    ...others.flatMap((subtag) => {
      const setting = VARIANTS[subtag];
      if (setting) settings.set(...setting);
      if (setting || subtag === '') return [];
      if (/^[a-z]{4}$/.test(subtag)) return [subtag.slice(0, 1).toUpperCase() + subtag.slice(1)];
      return [/^[a-z]{2}$/.test(subtag) ? subtag.toUpperCase() : subtag];
    }),
  ];
}

/** The settings after `-u-`; a key without a value means true. */
function extensionSettings(subtags: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  let key = '';
  for (const subtag of subtags) {
    if (subtag.length === 2) {
      key = subtag;
      found.set(key, 'true');
    } else if (key !== '') {
      const value = found.get(key);
      found.set(key, value === 'true' ? subtag : `${value} ${subtag}`);
    }
  }
  return found;
}

function settingOf(name: string, value: string): [string, string] {
  const key = KEYS[name] ?? name;
  const spelled = VALUES[`${key} ${value}`] ?? (value === 'yes' ? 'true' : value === 'no' ? 'false' : value);
  return [key, spelled.replaceAll('-', ' ')];
}
