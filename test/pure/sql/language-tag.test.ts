// ICU locales as language tags, as PostgreSQL 18 stores them.
import { expect, test } from 'vitest';
import { languageTag } from '#src/sql/language-tag.js';

test.each([
  ['@colCaseFirst=lower;colNumeric=yes', 'und-u-kf-lower-kn-true'],
  ['de_DE@collation=phonebook', 'de-DE-u-co-phonebk'],
  ['de-DE-u-co-phonebk', 'de-DE-u-co-phonebk'],
  ['de__PHONEBOOK', 'de-u-co-phonebk'],
  ['en_US', 'en-US'],
  ['en_US.UTF-8', 'en-US'],
  ['en-US-u-kn', 'en-US-u-kn-true'],
  ['EN-us-U-KN-TRUE', 'en-US-u-kn-true'],
  ['en-u-kn-kf-upper', 'en-u-kf-upper-kn-true'],
  ['@colStrength=secondary', 'und-u-ks-level2'],
  ['en@colStrength=primary;colAlternate=shifted', 'en-u-ka-shifted-ks-level1'],
  ['@colReorder=latn;colBackwards=yes', 'und-u-kb-true-kr-latn'],
  ['und-u-kr-latn-digit', 'und-u-kr-latn-digit'],
  ['zh_TW@collation=stroke', 'zh-TW-u-co-stroke'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['sr_RS@latin', 'sr-RS-latin'],
  ['', 'und'],
  ['und', 'und'],
  ['root', 'root'],
  ['C', 'en-US-u-va-posix'],
])('%s', (locale, tag) => {
  expect(languageTag(locale)).toBe(tag);
  expect(languageTag(tag)).toBe(tag);
});

test.each(['x-private-use', 'not a locale', 'en-t-de'])('%s stays as it is', (locale) => {
  expect(languageTag(locale)).toBe(locale);
});
