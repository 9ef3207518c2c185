// How a plan's batches are divided into files, and its down plan into their undo files, for format.ts.
import type { Batch, Folder, Plan, Step } from '../plan/plan.ts';
import type { TransactionMode } from './directives.ts';

/** The content of one file: steps of one folder that commit together, or steps that each commit alone. */
export interface Piece {
  readonly folder: Folder;
  readonly transaction: boolean;
  readonly steps: readonly Step[];
  /** The next piece can only run after this one is committed. */
  readonly commitAfter: boolean;
}

/** Steps that go between one BEGIN and COMMIT, or outside a transaction block. */
export type Group = Pick<Piece, 'transaction' | 'steps'>;

/** The content of one file: `none` has groups as they must commit, the other modes have one. */
export interface FileContent {
  readonly mode: TransactionMode;
  readonly groups: readonly Group[];
}

/**
 * A plan's batches as files: a new file where the folder or the transaction mode changes, and for each transactional
 * batch that needs the commit of the one before. Neighbors outside a transaction share a file, and so do pieces that would
 * be too many to read.
 */
export function cutIntoPieces(plan: Plan): Piece[] {
  const pieces: Piece[] = [];
  for (const batch of plan.batches) {
    if (batch.steps.length === 0) continue;
    const last = pieces.at(-1);
    const joins = last !== undefined && !last.transaction && !batch.transaction && last.folder === batch.folder;
    if (joins) pieces[pieces.length - 1] = { ...last, steps: [...last.steps, ...batch.steps] };
    else pieces.push(pieceOf(batch));
  }
  return withoutTurns(pieces);
}

/** So many files can still be read as one change: the tables, the routines, what uses the routines. */
const MOST_TURNS = 3;

/** Pieces that commit together and go back and forth between the folders more often are one piece, in `ddl`. */
function withoutTurns(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const last = runs.at(-1)?.at(-1);
    if (last === undefined || commitBetween(last, piece)) runs.push([piece]);
    else runs.at(-1)?.push(piece);
  }
  return runs.flatMap((run) => {
    const last = run.at(-1);
    if (last === undefined || run.length <= MOST_TURNS) return run;
    return [{ ...last, folder: 'ddl' as const, steps: run.flatMap(({ steps }) => steps) }];
  });
}

const pieceOf = ({ folder, transaction, steps, commitAfter = false }: Batch): Piece => ({
  folder,
  transaction,
  steps,
  commitAfter,
});

/**
 * Whether the second piece needs the first one committed. Two batches of one folder would be one if they could commit
 * together; a new enum value cannot be used before its commit (manual, ALTER TYPE).
 */
const commitBetween = (first: Piece, second: Piece): boolean =>
  !first.transaction || !second.transaction || first.commitAfter || first.folder === second.folder;

const needsCommits = (pieces: readonly Piece[]): boolean =>
  pieces.some((piece, index) => {
    const next = pieces[index + 1];
    return next !== undefined && commitBetween(piece, next);
  });

/** One file per piece. A plan that can commit at once has mode `plan` throughout; otherwise each file commits. */
export function upContents(pieces: readonly Piece[]): FileContent[] {
  const together: TransactionMode = needsCommits(pieces) ? 'file' : 'plan';
  return pieces.map((piece) => ({ mode: piece.transaction ? together : 'none', groups: [piece] }));
}

/**
 * The undo files of a plan, one for each of its files and in their order.
 *
 * Undoing a plan runs its undo files from the last version to the first, all or none, and what they hold, in that
 * order, is exactly the down plan. An undo file on its own need not be the inverse of its own migration: the down
 * plan was planned and proven as a whole. The pieces of the down plan take the undo files in the order of running,
 *  1. each the next undo file of its own folder, if all find one;
 *  2. otherwise the first piece the first file, and so on; the files left over hold nothing;
 *  3. if there are more pieces than files, the last file takes the rest: in one transaction if that can be,
 *     otherwise in mode `none` with BEGIN and COMMIT around what commits together.
 */
export function undoContents(up: readonly Piece[], down: readonly Piece[]): FileContent[] {
  const together: TransactionMode = needsCommits(down) ? 'file' : 'plan';
  const slots = placeByFolder(up, down) ?? placeInTurn(up, down);
  return slots.map((pieces) => merge(pieces, together));
}

function placeByFolder(up: readonly Piece[], down: readonly Piece[]): Piece[][] | null {
  const slots: Piece[][] = up.map(() => []);
  let free = up.length - 1;
  for (const piece of down) {
    while (free >= 0 && up[free]?.folder !== piece.folder) free -= 1;
    const slot = slots[free];
    if (slot === undefined) return null;
    slot.push(piece);
    free -= 1;
  }
  return slots;
}

function placeInTurn(up: readonly Piece[], down: readonly Piece[]): Piece[][] {
  const slots: Piece[][] = up.map(() => []);
  for (const [index, piece] of down.entries()) slots[Math.max(0, up.length - 1 - index)]?.push(piece);
  return slots;
}

function merge(pieces: readonly Piece[], together: TransactionMode): FileContent {
  const groups: Group[] = [];
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    const last = groups.at(-1);
    const joins = before !== undefined && last !== undefined && !commitBetween(before, piece);
    if (joins) groups[groups.length - 1] = { ...last, steps: [...last.steps, ...piece.steps] };
    else groups.push(piece);
  }
  const alone = groups.length > 1 || groups.some((group) => !group.transaction);
  return { mode: alone ? 'none' : together, groups };
}
