// docs/json-documents.md has the types of what --json prints, word for word as the sources have them.
// `npm test -- test/docs/json-documents.test.ts -u` writes the page anew.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Commands with the types whose fields stand in their documents beside `command` and `exitCode`. */
const DOCUMENTS: readonly (readonly [
  command: string,
  fields: string,
  types: readonly (readonly [name: string, file: string])[],
])[] = [
  [
    'plan, diff',
    '`plan` (null where nothing differs), `files` with `path`, `pending`, `unmanaged`; `diff` has `different` and `sql`',
    [
      ['PlanDocument', 'proof/plan-document.ts'],
      ['StepDocument', 'proof/plan-document.ts'],
      ['AttributeChange', 'diff/diff.ts'],
      ['Action', 'plan/plan.ts'],
      ['Hazard', 'plan/plan.ts'],
      ['Reversibility', 'plan/plan.ts'],
    ],
  ],
  [
    'apply, undo',
    '`dryRun`, what the run did, and for `apply` `backup` and `health`',
    [
      ['RunResult', 'runner/apply.ts'],
      ['FileNotice', 'runner/events.ts'],
      ['Notice', 'databases/database.ts'],
      ['ApplyOutcome', 'workflows/apply.ts'],
      ['BackupRecord', 'backup/backup.ts'],
    ],
  ],
  [
    'status',
    'the fields of `Status`',
    [
      ['Status', 'runner/status.ts'],
      ['StatusEntry', 'runner/status.ts'],
    ],
  ],
  ['history', 'the fields of `HistoryReport`', [['HistoryReport', 'workflows/history.ts']]],
  ['drift', 'the fields of `DriftReport`', [['DriftReport', 'workflows/drift.ts']]],
  [
    'validate',
    'the fields of `ValidateResult`; each problem as an error',
    [['ValidateResult', 'workflows/validate.ts']],
  ],
  ['doctor, verify, test', '`checks` among others', [['Check', 'report/checks.ts']]],
  ['lint', '`findings`', [['Finding', 'report/findings.ts']]],
  [
    'locks',
    'the fields of `LockReport`, or `released`',
    [
      ['LockReport', 'health/lock-sessions.ts'],
      ['LockSession', 'health/lock-sessions.ts'],
    ],
  ],
  ['clean', '`dryRun`, the fields of `CleanPlan`, `statements`', [['CleanPlan', 'workflows/clean.ts']]],
  ['import', 'the fields of `ImportResult`', [['ImportResult', 'workflows/importing.ts']]],
  ['export', '`out`, the fields of `ExportResult`', [['ExportResult', 'workflows/export.ts']]],
  [
    'fleet apply, fleet status',
    'the fields of `FleetReport`',
    [
      ['FleetReport', 'workflows/fleet.ts'],
      ['TargetResult', 'workflows/fleet.ts'],
    ],
  ],
  ['repair', '`done`, `repairs`', [['Repair', 'runner/repair.ts']]],
  ['rebase', '`dryRun`, `moved`', [['Moved', 'workflows/rebase.ts']]],
];

/** The declaration of a type with its doc comment. */
function declaration(name: string, file: string): string {
  const text = readFileSync(join(root, 'src', file), 'utf8');
  const found = new RegExp(
    `(?:^/\\*\\*(?:(?!\\*/)[\\s\\S])*\\*/\\n)?^export (?:interface ${name}\\b[^{]*\\{[\\s\\S]*?\\n\\}|type ${name} =[\\s\\S]*?;)$`,
    'm',
  ).exec(text);
  if (found === null) throw new Error(`src/${file} has no type ${name}`);
  return found[0].replace(/^export /m, '');
}

test('the page of JSON documents has the types of the sources', async () => {
  const sections = DOCUMENTS.map(([command, fields, types]) =>
    [
      `## ${command}`,
      `Besides \`command\` and \`exitCode\`: ${fields}.`,
      ...types.map(([name, file]) => `\`\`\`ts\n${declaration(name, file)}\n\`\`\``),
    ].join('\n\n'),
  );
  const page = `# JSON documents\n\nWhat \`--json\` prints, one document for each call. The types are those of the sources; [library.md](library.md) says how\nto get the same values from a program.\n\n${sections.join('\n\n')}\n`;
  await expect(page).toMatchFileSnapshot(join(root, 'docs', 'json-documents.md'));
});
