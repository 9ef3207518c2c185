// Prints checks on the terminal and in the formats of `--format`, for `verify`, `doctor` and `test`.
import { Option } from 'commander';
import { type Check, junit } from '../report/checks.ts';
import { oneLine } from '../sql/shown.ts';
import type { Session } from './session.ts';
import type { Palette } from './shown.ts';
import type { Formatted } from './terminal.ts';

export type CheckFormat = 'text' | 'json' | 'junit';

export const formatOption = (): Option =>
  new Option('--format <format>', 'how results are written').choices(['text', 'json', 'junit']).default('text');

const MARKS = { ok: 'ok', note: 'note', problem: 'PROBLEM' } as const;

/** One line for each check; where it is not ok, its details and remedy follow. */
export function checksText(checks: readonly Check[], paint: Palette): string {
  const groups = [...new Set(checks.map(({ group }) => group))];
  return groups
    .map((group) => {
      const lines = checks.filter((one) => one.group === group).map((one) => checkText(one, paint));
      return [paint.bold(oneLine(group)), ...lines].join('\n');
    })
    .join('\n');
}

function checkText({ name, state, text, details, remedy }: Check, paint: Palette): string {
  const color = { ok: paint.green, note: paint.yellow, problem: paint.red }[state];
  const line = `  ${color(MARKS[state].padEnd(7))} ${oneLine(`${name}: ${text}`)}`;
  if (state === 'ok') return line;
  const below = [
    ...details.map((detail) => `          ${oneLine(detail)}`),
    ...(remedy === null ? [] : [`          → ${remedy}`]),
  ];
  return [line, ...below].join('\n');
}

/** Writes the result in the requested format. */
export function writeChecks(
  { terminal, settings }: Session,
  format: CheckFormat,
  checks: readonly Check[],
  text: string,
  document: Readonly<Record<string, unknown>> & { readonly command: string },
): void {
  const shown = settings.json ? 'json' : format;
  const texts: Readonly<Record<CheckFormat, () => string | Formatted>> = {
    text: () => text,
    json: () => ({ json: document }),
    junit: () => ({ escaped: junit(`schema ${document.command}`, checks) }),
  };
  terminal.product(texts[shown](), document);
}
