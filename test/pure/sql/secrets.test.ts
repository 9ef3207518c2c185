import { expect, test } from 'vitest';
import { holdsSecret, withoutSecrets } from '#src/sql/secrets.js';

test.each([
  [`OPTIONS ("user" 'u', password 'p''q', host 'h')`, `OPTIONS ("user" 'u', password '***', host 'h')`],
  [String.raw`OPTIONS (SET "password" E'a\\b\'c')`, `OPTIONS (SET "password" '***')`],
  ["CONNECTION 'host=h password=p dbname=d'", "CONNECTION 'host=h password=*** dbname=d'"],
  ["CONNECTION 'password = ''a b'' host=h'", "CONNECTION 'password = *** host=h'"],
  ["CONNECTION 'postgresql://u:p@h/d?sslpassword=x&a=b'", "CONNECTION 'postgresql://u:***@h/d?sslpassword=***&a=b'"],
])('%s', (sql, shown) => {
  expect(withoutSecrets(sql)).toBe(shown);
  expect(holdsSecret(sql)).toBe(true);
});

test.each(['ALTER SUBSCRIPTION s SET (password_required = false)', "SELECT 'password'"])('%s holds none', (sql) => {
  expect(holdsSecret(sql)).toBe(false);
});
