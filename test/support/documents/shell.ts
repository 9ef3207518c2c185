// Runs the steps of a document in one shell, as its reader would: variables and the working directory stay.
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isCommand, type Step } from './blocks.ts';

const CLI = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const SQL = fileURLToPath(new URL('sql.mjs', import.meta.url));

export interface Shell {
  /** The project: an empty git repository. */
  readonly path: string;
  /** Runs the steps; the answer says where it went another way than stated, or is null. */
  run(steps: readonly Step[]): Promise<string | null>;
  remove(): void;
}

export type Variables = Readonly<Record<string, string>>;

/** Nothing of the machine's own settings reaches the programs. */
const ENVIRONMENT = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(PG|SCHEMA_|DATABASE_URL|CI$|CI_|GIT|NO_COLOR|FORCE_COLOR|npm_)/.test(name),
  ),
);

const WHO = ['AUTHOR', 'COMMITTER'].flatMap((role) => [
  [`GIT_${role}_NAME`, 'Test'],
  [`GIT_${role}_EMAIL`, 'test@example.com'],
]);

/** A folder with the programs `schema` and `sql DATABASE STATEMENTS` on its path. */
export function openShell(variables: Variables): Shell {
  const root = mkdtempSync(join(tmpdir(), 'schema-docs-'));
  const [path, bin, log] = [join(root, 'project'), join(root, 'bin'), join(root, 'log')];
  for (const folder of [path, bin, log]) mkdirSync(folder);
  for (const [name, file] of Object.entries({ schema: CLI, sql: SQL })) {
    writeFileSync(join(bin, name), `#!/bin/sh\nexec '${process.execPath}' '${file}' "$@"\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const env = {
    ...ENVIRONMENT,
    ...Object.fromEntries(WHO),
    GIT_CONFIG_GLOBAL: '/dev/null',
    PATH: `${bin}:${process.env['PATH'] ?? ''}`,
    ...variables,
  };
  return {
    path,
    run: async (steps) => {
      writeFileSync(join(log, 'script'), scriptOf(steps, log));
      await finished('bash', [join(log, 'script')], path, env);
      return await wrongStep(steps, log);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Each step leaves its output and its code, and the first one that differs is the last. */
const scriptOf = (steps: readonly Step[], log: string): string =>
  steps
    .map((step, index) => {
      const output = join(log, String(index));
      if (isCommand(step)) {
        return `{ ${step.text}\n} >'${output}' 2>&1 </dev/null\ncode=$?; echo $code >'${output}.code'; [ $code = ${step.code} ] || exit 1\n`;
      }
      writeFileSync(`${output}.content`, step.text);
      const done = step.target.startsWith('@')
        ? `sql ${step.target.slice(1)} "$(cat '${output}.content')"`
        : `mkdir -p "$(dirname '${step.target}')" && cat '${output}.content' >"$(ls ${step.target} 2>/dev/null || echo '${step.target}')"`;
      return `{ ${done}\n} >'${output}' 2>&1\ncode=$?; echo $code >'${output}.code'; [ $code = 0 ] || exit 1\n`;
    })
    .join('');

const finished = (command: string, words: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, [...words], { cwd, env, stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', () => resolve());
  });

async function wrongStep(steps: readonly Step[], log: string): Promise<string | null> {
  for (const [index, step] of steps.entries()) {
    const wanted = isCommand(step) ? step.code : 0;
    const code = read(join(log, `${index}.code`)).trim();
    if (code === String(wanted)) continue;
    const what = isCommand(step) ? step.text : `the block for ${step.target}`;
    return `line ${step.line}: ${what}\nexit ${code || 'unknown'} in place of ${wanted}\n${read(join(log, String(index)))}`;
  }
  return null;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
