// `schema lint` on the command line: its options and its output.
import { type Command, Option } from 'commander';
import { findingForGithub, findingText, reaches, type Severity, sarif } from '../../report/findings.ts';
import { lint } from '../../workflows/lint.ts';
import { newCommand } from '../options.ts';
import { count } from '../progress.ts';
import { action, type Frame, type Session } from '../session.ts';
import type { Formatted } from '../terminal.ts';

interface LintOptions {
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly failOn: Severity;
}

/** `schema lint` */
export function addLint(program: Command, frame: Frame): Command {
  return newCommand(program, 'lint', 'Look for what PostgreSQL accepts and people regret, without a database.', {
    summary: 'rules for desired files',
    examples: ['schema lint', 'schema lint --format github', 'schema lint --format sarif --fail-on error'],
    exits: [0, 8, 64, 65],
  })
    .addOption(
      new Option('--format <format>', 'how findings are written')
        .choices(['text', 'json', 'sarif', 'github'])
        .default('text'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'exit 8 from here on')
        .choices(['note', 'warning', 'error'])
        .default('warning'),
    )
    .action(action<LintOptions>(frame, program, run));
}

async function run(
  { project, settings, terminal }: Session,
  _: readonly string[],
  options: LintOptions,
): Promise<number> {
  const findings = await lint(project);
  const exitCode = reaches(findings, options.failOn) ? 8 : 0;
  const document = { command: 'lint', exitCode, findings };
  const format = settings.json ? 'json' : options.format;
  const text: Readonly<Record<LintOptions['format'], () => string | Formatted>> = {
    text: () => [...findings.map(findingText), `${count(findings.length, 'finding')}.`].join('\n'),
    json: () => ({ json: document }),
    sarif: () => ({ json: sarif(findings, { name: 'schema', version: project.toolVersion }) }),
    github: () => ({ escaped: findings.map(findingForGithub).join('\n') }),
  };
  terminal.product(text[format](), document);
  return exitCode;
}
