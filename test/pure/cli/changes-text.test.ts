// What changes of an object, as the text of a plan names it.
import { expect, test } from 'vitest';
import { changeText } from '#src/cli/changes-text.js';

test('a value, and one that is none', () => {
  expect(changeText({ attribute: 'rowSecurity', before: false, after: true })).toBe('row security: false → true');
  expect(changeText({ attribute: 'comment', before: null, after: 'x' })).toBe('comment: none → x');
});

test('the parts of a list by their names', () => {
  const column = (name: string, type: string) => ({ name, type, collation: null });
  const change = {
    attribute: 'columns',
    before: [column('id', 'bigint'), column('total', 'numeric(8,2)'), column('old', 'text')],
    after: [column('id', 'bigint'), column('total', 'numeric(12,2)'), column('memo', 'text')],
  };
  expect(changeText(change)).toBe('columns: - old; total type: numeric(8,2) → numeric(12,2); + memo');
});
