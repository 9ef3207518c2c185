// Results of checks and tests, for commands that report them, and the formats that CI systems read.
import { visible } from '../sql/shown.ts';

/** `note`: information, not an error. `problem`: the check fails. */
export type CheckState = 'ok' | 'note' | 'problem';

/** The result of one check. */
export interface Check {
  /** A group of checks, for example `database` or the path of a file. */
  readonly group: string;
  readonly name: string;
  readonly state: CheckState;
  /** The finding in one sentence or less. */
  readonly text: string;
  /** The objects, rows or statements of the finding. */
  readonly details: readonly string[];
  /** The remedy for the finding. */
  readonly remedy: string | null;
  /** The duration, if it was measured. */
  readonly ms: number | null;
}

export type CheckParts = Partial<Pick<Check, 'details' | 'remedy' | 'ms'>>;

/** A check with defaults for the missing fields. */
export const check = (
  group: string,
  name: string,
  state: CheckState,
  text: string,
  { details = [], remedy = null, ms = null }: CheckParts = {},
): Check => ({ group, name, state, text, details, remedy, ms });

export const hasProblem = (checks: readonly Check[]): boolean => checks.some(({ state }) => state === 'problem');

/** JUnit's XML as CI systems read it: one suite for each group, one case for each check. */
export function junit(suite: string, checks: readonly Check[]): string {
  const groups = new Map<string, Check[]>();
  for (const one of checks) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  const total = counts(checks);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escaped(suite)}" ${total}>`,
    ...[...groups].flatMap(([group, members]) => [
      `  <testsuite name="${escaped(`${suite}: ${group}`)}" ${counts(members)}>`,
      ...members.map((member) => testCase(suite, member)),
      '  </testsuite>',
    ]),
    '</testsuites>',
  ].join('\n');
}

function counts(checks: readonly Check[]): string {
  const failures = checks.filter(({ state }) => state === 'problem').length;
  const seconds = checks.reduce((sum, { ms }) => sum + (ms ?? 0), 0) / 1000;
  return `tests="${checks.length}" failures="${failures}" errors="0" skipped="0" time="${seconds.toFixed(3)}"`;
}

function testCase(suite: string, one: Check): string {
  const time = ((one.ms ?? 0) / 1000).toFixed(3);
  const open = `    <testcase classname="${escaped(`${suite}.${one.group}`)}" name="${escaped(one.name)}" time="${time}"`;
  const remedy = one.remedy === null ? [] : [one.remedy];
  const body = [...one.details, ...remedy].join('\n');
  if (one.state === 'problem') {
    const failure = `<failure message="${escaped(one.text)}">${escaped(body)}</failure>`;
    return `${open}>\n      ${failure}\n    </testcase>`;
  }
  if (one.state === 'ok' && body === '') return `${open}/>`;
  const output = `<system-out>${escaped([one.text, body].filter((text) => text !== '').join('\n'))}</system-out>`;
  return `${open}>\n      ${output}\n    </testcase>`;
}

/** Text for XML 1.0, which has no place for control characters, not even as references. */
const escaped = (text: string): string =>
  visible(text)
    .replace(/[\ufffe\uffff]/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
