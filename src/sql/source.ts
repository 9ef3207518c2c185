// Texts with names and line starts, for places in messages: offsets become lines and columns.
import type { Location } from '../errors.ts';

/** A text with a name and the offsets at which its lines start. Offsets are those of JavaScript strings. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
}

/** Indexes the lines of a text once; a look-up of a place then does not read the text again. */
export function sourceOf(file: string, text: string): SourceText {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { file, text, lineStarts };
}

/** The place of a character offset: lines and columns count from 1, columns count characters (code points). */
export function locateIn(source: SourceText, offset: number): Location {
  const at = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const start = source.lineStarts[low] ?? 0;
  const next = source.lineStarts[low + 1];
  const end = next === undefined ? source.text.length : next - 1;
  const text = source.text.slice(start, end).replace(/\r$/, '');
  return { file: source.file, line: low + 1, column: codePoints(source.text, start, at) + 1, text };
}

/** The place of a character offset, for a single look-up in a text; see `locateIn` for many places. */
export function locate(text: string, offset: number, file: string): Location {
  return locateIn(sourceOf(file, text), offset);
}

function codePoints(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += isPair(text, at) ? 2 : 1) count += 1;
  return count;
}

function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}

/**
 * The string offset after `count` characters (code points), the unit in which servers count positions. Counting starts
 * at the string offset `from`.
 */
export function offsetOfCodePoint(text: string, count: number, from = 0): number {
  let at = from;
  for (let done = 0; done < count && at < text.length; done += 1) at += isPair(text, at) ? 2 : 1;
  return at;
}

const STRIDE = 1024;

/**
 * A function from byte offsets in the UTF-8 form of a text, the unit in which the parser counts, to string offsets. It
 * remembers the byte offset at each kilobyte, so that look-ups in a large file are fast.
 */
export function byteToOffset(text: string): (byte: number) => number {
  if (Buffer.byteLength(text, 'utf8') === text.length) return (byte) => byte;
  const checkpoints: { readonly byte: number; readonly offset: number }[] = [];
  let bytes = 0;
  for (let at = 0, due = 0; at < text.length; ) {
    if (at >= due) {
      checkpoints.push({ byte: bytes, offset: at });
      due = at + STRIDE;
    }
    const code = text.codePointAt(at) ?? 0;
    bytes += utf8Length(code);
    at += code > 0xffff ? 2 : 1;
  }
  return (byte) => {
    const from = checkpoints[lastAtOrBefore(checkpoints, byte)] ?? { byte: 0, offset: 0 };
    let { byte: reached, offset } = from;
    while (reached < byte && offset < text.length) {
      const code = text.codePointAt(offset) ?? 0;
      reached += utf8Length(code);
      offset += code > 0xffff ? 2 : 1;
    }
    return offset;
  };
}

function lastAtOrBefore(checkpoints: readonly { readonly byte: number }[], byte: number): number {
  let low = 0;
  let high = checkpoints.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((checkpoints[middle]?.byte ?? 0) <= byte) low = middle;
    else high = middle - 1;
  }
  return low;
}

function utf8Length(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
