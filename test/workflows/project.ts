// A project in a folder of its own, for tests that call workflows rather than the program.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import type { Project } from '#src/settings/project.js';
import { applyPending, type RunResult } from '#src/workflows/apply.js';

export interface TestProject extends Project {
  readonly folder: string;
  write(files: Readonly<Record<string, string>>): void;
  remove(): void;
}

/** Files by their paths in the project: `schema/…`, `migrations/…`, `verify/…`. */
export function testProject(url: string, files: Readonly<Record<string, string>> = {}): TestProject {
  const folder = mkdtempSync(join(tmpdir(), 'schema-project-'));
  const write = (more: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(more)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  };
  write(files);
  return {
    folder,
    write,
    remove: () => rmSync(folder, { recursive: true, force: true }),
    schemaDir: join(folder, 'schema'),
    migrationsDir: join(folder, 'migrations'),
    verify: join(folder, 'verify'),
    profile: join(folder, 'schema.profile.json'),
    url,
    scratch: null,
    allow: [],
    allowDo: false,
    cache: true,
    toolVersion: '0.0.0-test',
    now: new Date(),
    report: () => undefined,
  };
}

export const applyAll = (project: Project): Promise<RunResult> =>
  applyPending(project, { dryRun: false, yes: false, onEvent: () => undefined });

/** A session that the tool knows nothing of. */
export async function bystander(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'bystander' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
