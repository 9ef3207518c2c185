// What no golden case changes, and why that is right: every other attribute of every kind must be changed by one.

interface Unchanged {
  readonly reason: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

export const UNCHANGED: readonly Unchanged[] = [
  {
    reason:
      'it is a part of what the object is known by: another value is another object, created where this one is dropped',
    attributes: {
      aggregate: ['signature', 'arguments'],
      'database setting': ['name'],
      'default privileges': ['role', 'schema', 'letter'],
      'default value': ['relation', 'column'],
      'domain constraint': ['name', 'domain'],
      'extension dependency': ['object', 'extension'],
      'extension member privileges': ['member', 'letter'],
      'function of access method': ['family', 'number', 'types'],
      index: ['name'],
      inheritance: ['child', 'boundOf'],
      operator: ['name', 'left', 'right'],
      'operator class': ['name', 'method'],
      'operator family': ['method'],
      'operator of access method': ['family', 'number', 'types'],
      'parameter privileges': ['parameter'],
      policy: ['relation', 'name'],
      'publication schema': ['publication', 'member'],
      'publication table': ['publication', 'member'],
      'range constructor': ['range'],
      'role membership': ['role', 'member', 'grantor'],
      'role setting': ['role', 'inDatabase', 'name'],
      rule: ['relation', 'name'],
      'security label': ['provider', 'object'],
      'sequence ownership': ['sequence'],
      'table constraint': ['relation', 'name'],
      trigger: ['relation', 'name'],
      'typed table': ['relation', 'ofType'],
      'user mapping': ['user', 'server'],
    },
  },
  {
    reason: 'it is the same for all objects of the kind, which shares its query with another',
    attributes: {
      'function of access method': ['word', 'sort'],
      'operator of access method': ['word'],
      procedure: ['result', 'window'],
      'publication schema': ['filter'],
    },
  },
  {
    reason: 'a database has privileges from its first day to its last',
    attributes: { 'database privileges': ['create', 'drop'] },
  },
  {
    reason:
      'no desired file can say it: an index that a broken-off CREATE INDEX CONCURRENTLY left (test/completeness/alterations.test.ts)',
    attributes: { index: ['valid'] },
  },
];
