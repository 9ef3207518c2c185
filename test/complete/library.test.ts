// The library as others get it: the packed tarball, installed in an empty project; each example of docs/library.md is
// type-checked and run there, each example of a doc comment is type-checked.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs', 'library.md'), 'utf8');
const examples = [...page.matchAll(/```ts (\S+\.ts)\n([\s\S]*?)```/g)].map(([, name = '', text = '']) => ({
  name,
  text,
}));

/** Examples of doc comments, each by the file and its place there. */
const commented = readdirSync(join(root, 'src', 'library')).flatMap((file) => {
  const text = readFileSync(join(root, 'src', 'library', file), 'utf8');
  return [...text.matchAll(/@example\n((?: \* .*\n)+) \*\//g)].map(([, lines = ''], index) => ({
    name: `${file.replace('.ts', '')}-${index + 1}.ts`,
    text: lines.replaceAll(/^ \* /gm, ''),
  }));
});

const verbs = [
  ...readFileSync(join(root, 'src', 'index.ts'), 'utf8')
    .replaceAll(/export type[\s\S]*?;/g, '')
    .matchAll(/\b(?!type\b|export\b|from\b|as\b)([a-z]\w+)(?=[,\s]*(?:\}|,|\n))/g),
].map(([, name = '']) => name);

let project = '';
const run = (command: string, words: readonly string[]): string =>
  execFileSync(command, [...words], { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'schema-library-'));
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--pack-destination', project], { cwd: root, encoding: 'utf8' }),
  ) as { filename: string }[];
  const manifest = { name: 'user-of-the-library', private: true, type: 'module' };
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', `./${packed?.filename}`]);
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', '-D', '@types/node@22']);
  for (const { name, text } of examples) writeFileSync(join(project, name), text);
  mkdirSync(join(project, 'comments'));
  for (const { name, text } of commented) {
    const names = [...new Set(verbs)].filter((verb) => new RegExp(`\\b${verb}\\(`).test(text));
    const whole = `import { ${names.join(', ')}, type Project } from 'schema-as-code';\ndeclare const project: Project;\nexport async function example() {\n${text
      .replace(/^const project = /m, 'const opened = ')
      .replaceAll(/^/gm, '  ')}}\n`;
    writeFileSync(join(project, 'comments', name), whole);
  }
  const options = {
    ...{ target: 'ES2023', module: 'NodeNext', strict: true, skipLibCheck: true, outDir: 'out', rootDir: '.' },
    ...{ types: ['node'], noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true },
  };
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: options, include: ['*.ts', 'comments'] }),
  );
}, 300_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

test('every example type-checks against the packed declarations', () => {
  expect(examples.length).toBeGreaterThanOrEqual(3);
  expect(commented.length).toBeGreaterThanOrEqual(20);
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const said = (() => {
    try {
      return run(process.execPath, [tsc, '-p', '.']);
    } catch (error) {
      return String((error as { stdout?: string }).stdout);
    }
  })();
  expect(said).toBe('');
});

test.each(examples.map(({ name }) => name))('%s runs', (name) => {
  expect(() => run(process.execPath, [join('out', name.replace(/\.ts$/, '.js'))])).not.toThrow();
});

test('the tarball has what its README and its documents link to', () => {
  const home = join(project, 'node_modules', 'schema-as-code');
  const documents = [
    'README.md',
    ...readdirSync(join(home, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
  ];
  const missing = documents.flatMap((document) => {
    const text = readFileSync(join(home, document), 'utf8');
    // Documents for those who work on the project link to its tests.
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:|\.\.\/(?:test|src)\/)([^)#\s]+)/g)].map(
      ([, link = '']) => link,
    );
    return links
      .filter((link) => !existsSync(join(home, dirname(document), link)))
      .map((link) => `${document}: ${link}`);
  });
  expect(missing).toEqual([]);
});

test('the program is there under its own name', () => {
  const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
  expect(run('npx', ['schema', '--version']).trim()).toContain(version);
});
