// Durations and numbers of rows in the form that people write and read, for options and reports.
import { SchemaError } from '../errors.ts';
import { parseDuration } from '../migrations/duration.ts';

/** Milliseconds for `250ms`, `3s`, `15min`, `2h`, `1d` or `0`. Raises `usage/invalid` with the name `what`. */
export function millisecondsOf(text: string, what: string): number {
  const ms = parseDuration(text);
  if (ms !== null) return ms;
  throw new SchemaError('usage/invalid', `${what} takes a duration, not ${JSON.stringify(text)}`, {
    hint: 'Write a number and ms, s, min, h or d: 250ms, 3s, 15min.',
  });
}

const FACTORS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9 };

/** The whole number for `500`, `10k`, `1.5M`. Raises `usage/invalid` with the name `what`. */
export function rowsOf(text: string, what: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([kmg]?)$/i.exec(text.trim().replaceAll('_', ''));
  const number = match === null ? Number.NaN : Number(match[1]) * (FACTORS[(match[2] ?? '').toLowerCase()] ?? 1);
  if (Number.isInteger(number) && number > 0) return number;
  throw new SchemaError('usage/invalid', `${what} takes a number of rows, not ${JSON.stringify(text)}`, {
    hint: 'Write a whole number, with k for thousands and M for millions: 500, 10k, 1M.',
  });
}

/** A duration as text: `40 ms`, `3.2 s`, `5 min`, `2 h`, `3 d`. */
export function elapsedText(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 120_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 7_200_000) return `${Math.round(ms / 60_000)} min`;
  return ms < 172_800_000 ? `${Math.round(ms / 3_600_000)} h` : `${Math.round(ms / 86_400_000)} d`;
}
