// `schema` without a command: applies the migrations on the embedded database, or that of a flag, and says what to do
// next.
import { SchemaError } from '../../errors.ts';
import { planIdOf } from '../../proof/plan-document.ts';
import { databaseUrl } from '../../settings/project.ts';
import { DEFAULT_URL } from '../../settings/settings-table.ts';
import { nearest } from '../../sql/nearest.ts';
import { mainJob } from '../../workflows/start.ts';
import { planResultDocument, planText } from '../plan-text.ts';
import { count } from '../progress.ts';
import { resultDocument, runChanging, verificationText, verified } from '../run-text.ts';
import { invocation, type Session } from '../session.ts';
import { nameTarget } from '../target.ts';

/** Applies the migrations, then compares the database with the desired files. */
export async function start(session: Session): Promise<number> {
  refuseOther(session);
  nameTarget(session);
  const { terminal, project, settings } = session;
  const { applied, planned: result } = await runChanging(session, (running) => mainJob(project, running));
  const exitCode = verified(applied) ? 0 : 10;
  const ran = applied.files.length;
  const lines = [
    ran === 0
      ? `${project.url} is up to date with ${settings.migrationsDir}/.`
      : `Applied ${count(ran, 'migration')} to ${project.url}.`,
    ...(verified(applied) ? [] : [verificationText(applied, terminal.out)]),
    ...(result.pair === null
      ? [planText(result, { paint: terminal.out, verbose: false }), agree(session)]
      : [planText(result, { paint: terminal.out, verbose: settings.verbose }), differ()]),
  ];
  terminal.product(lines.filter((line) => line !== '').join('\n\n'), {
    command: 'start',
    exitCode,
    applied: resultDocument(applied),
    ...planResultDocument(result, planIdOf(result.files), false),
  });
  return exitCode;
}

const agree = ({ settings, terminal }: Session): string =>
  `${terminal.out.green(`${settings.schemaDir}/ and the database agree.`)}\n` +
  `Next: edit a file under ${settings.schemaDir}/, then run: ${invocation} plan add_phone`;

const differ = (): string => `Nothing was written. To write it as migrations, run: ${invocation} plan NAME`;

/**
 * A call without a command applies migrations. It does so on the embedded database, or on the one that a flag names: a
 * database that a variable or the config file names is changed by `schema apply` alone.
 */
function refuseOther({ settings, project }: Session): void {
  if (settings.urlFromFlag || settings.urlIsDefault || databaseUrl(project) === DEFAULT_URL) return;
  const from = settings.resolved.find(({ key }) => key === 'url')?.from;
  throw new SchemaError('usage/invalid', `${from} names a database, and no command says what to do with it`, {
    detail: 'Without a command, schema applies what is pending on the embedded database. Nothing ran.',
    hint: `Say a command (schema status, schema plan, schema apply), or --url ${DEFAULT_URL}`,
  });
}

/** What other tools call these commands. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  up: 'apply',
  deploy: 'apply',
  push: 'apply',
  update: 'apply',
  down: 'undo',
  rollback: 'undo',
  revert: 'undo',
  generate: 'plan',
  create: 'new',
  add: 'new',
  dump: 'pull',
  introspect: 'pull',
  inspect: 'pull',
  squash: 'checkpoint',
  check: 'validate',
  reset: 'clean',
};

/** The error for a first word that is no command. */
export function unknownCommand(word: string, commands: readonly string[]): SchemaError {
  const near = OTHER_WORDS[word] ?? nearest(word, commands);
  return new SchemaError('usage/invalid', `there is no command ${JSON.stringify(word)}`, {
    hint: near === null ? `Commands: ${commands.join(', ')}.` : `Did you mean ${near}?`,
  });
}
