// Findings of lint and plans in the formats that people and CI systems read.
import type { Location } from '../errors.ts';
import { oneLine, visible } from '../sql/shown.ts';

export type Severity = 'note' | 'warning' | 'error';

export interface Finding {
  readonly code: string;
  /** The rule's name: `unqualified-name`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  readonly location: Location;
}

const RANK: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

/** Whether one of the findings is at least as severe as `threshold`. */
export const reaches = (findings: readonly Finding[], threshold: Severity): boolean =>
  findings.some(({ severity }) => RANK[severity] >= RANK[threshold]);

/** `file:line:column: warning L101: …`, as compilers write it. */
export const findingText = ({ location, severity, code, message, hint }: Finding): string =>
  `${oneLine(`${location.file}:${location.line}:${location.column}: ${severity} ${code}: ${message}`)}\n  ${hint}`;

/** A workflow command of GitHub Actions, which shows the finding in the pull request. */
export function findingForGithub({ location, severity, code, message, hint }: Finding): string {
  const { file, line, column } = location;
  const level = severity === 'note' ? 'notice' : severity;
  const data = (text: string): string => visible(text).replaceAll('%', '%25').replaceAll('\n', '%0A');
  const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${level} file=${property(file)},line=${line},col=${column},title=${code}::${data(`${message}. ${hint}`)}`;
}

/** SARIF 2.1.0 (OASIS), for code scanning. */
export function sarif(findings: readonly Finding[], tool: { readonly name: string; readonly version: string }): object {
  const rules = new Map(findings.map(({ code, rule, hint }) => [code, { id: code, name: rule, help: { text: hint } }]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { ...tool, rules: [...rules.values()] } },
        columnKind: 'unicodeCodePoints',
        results: findings.map(({ code, severity, message, location }) => ({
          ruleId: code,
          level: severity,
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: location.file },
                region: { startLine: location.line, startColumn: location.column },
              },
            },
          ],
        })),
      },
    ],
  };
}
