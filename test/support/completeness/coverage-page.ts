// docs/coverage.md, made from what the golden cases show.
import { type Coverage, comparedAttributes, type Way } from './coverage.ts';
import { EXEMPTIONS, type Exemption, OPEN } from './exemptions.ts';

const HEAD = `# What is covered

Written by \`npm test -- test/cases.test.ts -u\` from the registry (\`src/kinds/\`) and the golden cases
(\`test/cases/\`), and compared by the same test. Nothing here is a promise only: every cell stands for a migration that
was proven up and down.

- **create**, **drop**: ✓ an up migration does it; ↩ only a down migration does; – it is always there.
- **in place**, **recreated**, **refused**: how many attributes are changed by \`ALTER\` or \`CREATE OR REPLACE\`, by dropping
  and creating, or not at all because rows depend on them (the plan says what to do instead). One attribute may count
  twice: a value can be added to an enum and not taken away. Their names are listed below the table.
- **comment**, **owner**, **privileges**: ✓ changed by a case; – the kind has none of its own.
`;

const mark = (direction: 'up' | 'down' | null): string => (direction === 'up' ? '✓' : direction === 'down' ? '↩' : '–');

const attributesBy = ({ kind, ways }: Coverage, way: Way): string[] =>
  comparedAttributes(kind).filter((name) => ways.get(name)?.has(way));

function row(coverage: Coverage): string {
  const { kind, ways, owned } = coverage;
  const has = (there: boolean, name: string): string => (there ? (ways.has(name) ? '✓' : ' ') : '–');
  const count = (way: Way): string => String(attributesBy(coverage, way).length || ' ');
  const cells = [
    kind.name,
    mark(coverage.create),
    count('in place'),
    count('recreated'),
    count('refused'),
    mark(coverage.drop),
    has(!kind.traits?.uncommented, 'comment'),
    has(owned, 'owner'),
    has(kind.privileges !== undefined, 'grants'),
  ];
  return `| ${cells.join(' | ')} |`;
}

function attributeLine(coverage: Coverage): string[] {
  const parts = (['in place', 'recreated', 'refused'] as const).flatMap((way) => {
    const names = attributesBy(coverage, way);
    return names.length === 0 ? [] : [`${way} ${names.join(', ')}`];
  });
  return parts.length === 0 ? [] : [`- **${coverage.kind.name}**: ${parts.join('; ')}`];
}

function features(coverages: readonly Coverage[]): string[] {
  const all = coverages.flatMap(({ kind, needs }) =>
    [...needs].map(([feature, major]): readonly [number, string] => [
      major,
      `| ${major} | ${kind.name} | ${feature} |`,
    ]),
  );
  return all.sort(([one, a], [other, b]) => one - other || (a < b ? -1 : 1)).map(([, line]) => line);
}

const exemptionLine = ({ reason, columns }: Exemption): string =>
  `- ${reason}: ${columns.map((name) => `\`${name}\``).join(', ')}`;

/** The whole page. */
export const coveragePage = (coverages: readonly Coverage[]): string =>
  `${[
    HEAD,
    '| kind | create | in place | recreated | refused | drop | comment | owner | privileges |',
    '|---|:-:|:-:|:-:|:-:|:-:|:-:|:-:|:-:|',
    ...coverages.map(row),
    '',
    '## Attributes',
    ...coverages.flatMap(attributeLine),
    '',
    '## Since',
    'What an older server does not have is refused with its place in the files. Everything else is for 14 to 18.',
    '',
    '| since | kind | feature |',
    '|:-:|---|---|',
    ...features(coverages),
    '',
    '## Not read yet',
    ...OPEN.map(exemptionLine),
    '',
    '## Not read',
    'Every other column of every catalog is read (`test/completeness/gate.test.ts`), on each server from 14 to 18.',
    '',
    ...EXEMPTIONS.map(exemptionLine),
  ].join('\n')}\n`;
