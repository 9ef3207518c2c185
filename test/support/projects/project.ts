// A project in a folder of its own, for tests that call workflows rather than the program.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Project } from '#src/settings/project.js';
import { applyPending, type RunResult } from '#src/workflows/apply.js';
import type { RunRequest } from '#src/workflows/running.js';
import { filesIn, temporaryFolder } from '../folders/folder.ts';

export interface TestProject extends Project {
  readonly path: string;
  /** The same settings with others on top. */
  with(more: Partial<Project>): Project;
  write(files: Readonly<Record<string, string>>): void;
  /** Paths below the migrations folder, without schema.sum. */
  migrations(): readonly string[];
  read(path: string): string;
  git(...words: readonly string[]): string;
  remove(): void;
}

export const RUN: RunRequest = { dryRun: false, yes: true, onEvent: () => undefined };

/** Apply what is pending, and ask nobody. */
export const applyAll = (project: Project): Promise<RunResult> => applyPending(project, RUN);

/**
 * A project until `remove()`, for the tests of a whole file. Its files are given by their paths: `schema/…`,
 * `generated-migrations/…`, `verify/…`. Its database is where `url` says.
 */
export function openProject(url: string, files: Readonly<Record<string, string>> = {}): TestProject {
  const { path, write, remove } = temporaryFolder('project', files);
  const migrationsDir = join(path, 'generated-migrations');
  mkdirSync(migrationsDir, { recursive: true });
  mkdirSync(join(path, 'schema'), { recursive: true });
  const settings: Project = {
    schemaDir: join(path, 'schema'),
    migrationsDir,
    verify: join(path, 'verify'),
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
    ...settings,
    path,
    write,
    remove,
    with: (more) => ({ ...settings, ...more }),
    migrations: () => filesIn(migrationsDir).filter((name) => name !== 'schema.sum'),
    read: (name) => readFileSync(join(path, name), 'utf8'),
    git: (...words) =>
      execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@localhost', ...words], {
        cwd: path,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
  };
}

/** A project for one test, at whose end it goes. */
export function testProject(url: string, files: Readonly<Record<string, string>> = {}): TestProject {
  const project = openProject(url, files);
  onTestFinished(() => project.remove());
  return project;
}
