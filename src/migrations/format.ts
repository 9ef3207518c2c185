// A proven pair of plans -> the texts of its V and U files, for the migrations folder. Equal input gives equal bytes.
import { createHash } from 'node:crypto';
import type { Plan, Reversibility } from '../plan/plan.ts';
import type { MigrationFile } from './file.ts';
import { type FileFacts, fileHead } from './head.ts';
import { fileName, migrationName, nextVersions } from './names.ts';
import { cutIntoPieces, type FileContent, type Group, undoContents, upContents } from './pieces.ts';
import { statementText, stepText } from './step-text.ts';

export interface PairToFormat {
  /** Validated by `migrationName`. */
  readonly name: string;
  /** Versions that are taken already, in any order. */
  readonly existing: readonly string[];
  readonly now: Date;
  readonly up: Plan;
  readonly down: Plan;
  readonly reversibility: Reversibility;
}

export interface FormattedPair {
  readonly planId: string;
  readonly versions: readonly string[];
  /** V files in the order of their versions, each followed by its U file. Empty for an empty plan. */
  readonly files: readonly MigrationFile[];
}

/** The files of a plan and its undo; see `undoContents` for how the down plan is spread over the U files. */
export function formatPair(pair: PairToFormat): FormattedPair {
  const name = migrationName(pair.name);
  const pieces = cutIntoPieces(pair.up);
  const versions = nextVersions(pair.existing, pair.now, pieces.length);
  const planId = idOf(pair, versions[0] ?? '');
  const ups = upContents(pieces);
  const undos = undoContents(pieces, cutIntoPieces(pair.down));
  const holder = versions[undos.findLastIndex((content) => content.groups.length > 0)];
  const last = pieces.length - 1;
  const files = pieces.flatMap((piece, index) => {
    const up = ups[index];
    const undo = undos[index];
    const version = versions[index];
    if (up === undefined || undo === undefined || version === undefined) return [];
    const common = { version, name, folder: piece.folder, planId, part: index + 1, parts: pieces.length };
    const shared = { ...common, reversibility: pair.reversibility };
    return [
      fileOf({
        ...shared,
        kind: 'versioned',
        content: up,
        notices: index === 0 ? pair.up.notices : [],
        unmanaged: index === 0 ? pair.up.unmanaged : [],
        ...(index === 0 ? { before: pair.up.before } : {}),
        ...(index === last ? { after: pair.up.after } : {}),
      }),
      fileOf({
        ...shared,
        kind: 'undo',
        content: undo,
        notices: index === last ? pair.down.notices : [],
        unmanaged: [],
        ...(index === last ? { before: pair.down.before } : {}),
        ...(index === 0 ? { after: pair.down.after } : {}),
        ...(undo.groups.length === 0 ? { undoneWith: holder ?? version } : {}),
      }),
    ];
  });
  return { planId, versions, files };
}

/** The plan's id: a short hash. It includes the first version, so that the same change planned twice has two ids. */
function idOf(pair: PairToFormat, version: string): string {
  const statements = (plan: Plan) => plan.batches.map((batch) => batch.steps.map((step) => step.sql));
  const { up, down } = pair;
  const identity = [version, pair.name, up.before, up.after, statements(up), statements(down)];
  return createHash('sha256').update(JSON.stringify(identity), 'utf8').digest('hex').slice(0, 12);
}

const fileOf = (facts: FileFacts): MigrationFile => ({
  path: `${facts.folder}/${fileName(facts.kind, facts.version, facts.name)}`,
  text: [fileHead(facts), ...facts.content.groups.map((group) => groupText(group, facts.content))].join('\n'),
});

function groupText(group: Group, content: FileContent): string {
  const steps = group.steps.map(stepText);
  if (group.transaction && createsRoutines(group)) steps.unshift(WITHOUT_BODY_CHECKS);
  const framed = content.mode === 'none' && group.transaction;
  return (framed ? ['BEGIN;\n', ...steps, 'COMMIT;\n'] : steps).join('\n');
}

/** check_function_bodies = off, as in pg_dump: bodies may name objects that later statements create. */
const WITHOUT_BODY_CHECKS = `-- Routine bodies may name objects that later statements create.
${statementText('SET LOCAL check_function_bodies = off')}`;

const createsRoutines = (group: Group): boolean =>
  group.steps.some((step) => /\bCREATE\s+(OR\s+REPLACE\s+)?(FUNCTION|PROCEDURE)\b/i.test(step.sql));
