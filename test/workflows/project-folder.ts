// A project in a folder of its own, for workflows called as a library.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { SchemaError } from '#src/errors.js';
import type { Project } from '#src/settings/project.js';
import type { RunRequest } from '#src/workflows/running.js';

export interface TestProject {
  readonly path: string;
  /** The same settings with others on top. */
  with(more: Partial<Project>): Project;
  write(files: Readonly<Record<string, string>>): void;
  /** Paths below the migrations folder, without schema.sum. */
  migrations(): readonly string[];
  read(path: string): string;
  git(...words: readonly string[]): string;
}

export const RUN: RunRequest = { dryRun: false, yes: true, onEvent: () => undefined };

/** An empty project; it goes when the test ends. Its database is where `url` says. */
export function testProject(url: string, files: Readonly<Record<string, string>> = {}): TestProject {
  const path = mkdtempSync(join(tmpdir(), 'schema-project-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const migrationsDir = join(path, 'generated-migrations');
  mkdirSync(migrationsDir);
  mkdirSync(join(path, 'schema'));
  const write = (more: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(more)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    }
  };
  write(files);
  const project: Project = {
    schemaDir: join(path, 'schema'),
    migrationsDir,
    url,
    allow: ['all'],
    scratch: null,
    profile: join(path, 'schema.profile.json'),
    allowDo: false,
    toolVersion: 'test',
    now: new Date('2026-05-01T00:00:00Z'),
    report: () => undefined,
  };
  return {
    path,
    with: (more) => ({ ...project, ...more }),
    write,
    migrations: () =>
      readdirSync(migrationsDir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== 'schema.sum')
        .map((entry) => join(entry.parentPath, entry.name).slice(migrationsDir.length + 1))
        .sort(),
    read: (name) => readFileSync(join(path, name), 'utf8'),
    git: (...words) =>
      execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@localhost', ...words], {
        cwd: path,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
  };
}

/** The error that a promise is rejected with. */
export async function errorOf(promise: Promise<unknown>): Promise<SchemaError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof SchemaError) return error;
    throw error;
  }
  throw new Error('no error was raised');
}
