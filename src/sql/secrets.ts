// Passwords in OPTIONS lists and connection strings, for rooms that show or write statements.

const OPTION = /(\b(?:ssl)?password"?\s+)(E'(?:[^'\\]|''|\\.)*'|'(?:[^']|'')*'|\$\$.*?\$\$)/gis;
const IN_CONNECTION = /(\b(?:ssl)?password\s*=\s*)(''(?:[^']|\\'')*?''|\\'.*?\\'|[^\s'&]+)/gi;
const IN_URL = /(:\/\/[^:@\s/']*:)[^@\s']+@/g;

/** The statement with `***` in place of each password. */
export const withoutSecrets = (sql: string): string =>
  sql.replace(OPTION, "$1'***'").replace(IN_CONNECTION, '$1***').replace(IN_URL, '$1***@');

/** Whether a statement, or a part of a statement, holds a password. */
export const holdsSecret = (sql: string): boolean => withoutSecrets(sql) !== sql;
