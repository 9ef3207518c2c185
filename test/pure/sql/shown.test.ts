import { expect, test } from 'vitest';
import { oneLine, sentence, visible, visibleJson } from '#src/sql/shown.js';

test.each([
  ['a\nDROP TABLE x;\r\n', String.raw`a\u{a}DROP TABLE x;\u{d}\u{a}`],
  ['a\tb', String.raw`a\u{9}b`],
  ['\u001b]0;title\u0007\u009b31m\u007f', String.raw`\u{1b}]0;title\u{7}\u{9b}31m\u{7f}`],
  ['a\u202eb\u2066c\u2069\u200f\u061c', String.raw`a\u{202e}b\u{2066}c\u{2069}\u{200f}\u{61c}`],
  ['a\u200bb\u200dc\u2060d\ufeffe\u00adf', String.raw`a\u{200b}b\u{200d}c\u{2060}d\u{feff}e\u{ad}f`],
  ['a\u2028b\u2029c', String.raw`a\u{2028}b\u{2029}c`],
  ['a\u{e0041}b\ud800c', String.raw`a\u{e0041}b\u{d800}c`],
  ['Größe 日本 🐘 é', 'Größe 日本 🐘 é'],
])('%j in one line', (text, shown) => {
  expect(oneLine(text)).toBe(shown);
});

test('a sentence has no line feeds', () => {
  expect(sentence('a\nDROP TABLE x;\r\n\u2028 b\u202e\tc\u0000')).toBe('a DROP TABLE x; b\\u{202e} c\\u{0}');
});

test.each([
  ['a\n\tb\r\nc', 'a\n\tb\nc'],
  ['a\rb', String.raw`a\u{d}b`],
  ['a\n::error::b\n  ::notice::c', 'a\n\\u{3a}:error::b\n  \\u{3a}:notice::c'],
  ['::error::a', '\\u{3a}:error::a'],
  ['a::b', 'a::b'],
  ['x ##[error]a ##vso[task.x]b ##teamcity[c]', 'x \\u{23}#[error]a \\u{23}#vso[task.x]b \\u{23}#teamcity[c]'],
  ['## heading', '## heading'],
])('%j in its lines', (text, shown) => {
  expect(visible(text)).toBe(shown);
  expect(visible(shown)).toBe(shown);
});

test('JSON keeps its value', () => {
  const value = { name: 'a\u001b\u202e\u200b\u009b\u{e0041}\n::x ##[error]', list: ['\u2028'] };
  const text = visibleJson(value, 2);
  expect(JSON.parse(text)).toEqual(value);
  expect(visible(text)).toBe(text);
});
