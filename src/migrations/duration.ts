// Durations in files and settings: `500ms`, `3s`, `15min`, `2h`; `0` for none.

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  sec: 1000,
  min: 60_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Milliseconds; null where the text is no duration. Numbers other than 0 need a unit. */
export function parseDuration(text: string): number | null {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/.exec(text.trim().toLowerCase()) ?? [];
  if (digits === undefined) return null;
  if (unit === '') return Number(digits) === 0 ? 0 : null;
  const factor = UNITS[unit];
  return factor === undefined ? null : Math.round(Number(digits) * factor);
}

/** In the largest unit that divides it: 90000 is `90s`, 120000 is `2min`. */
export function durationText(ms: number): string {
  for (const [unit, factor] of [
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1000],
  ] as const) {
    if (ms >= factor && ms % factor === 0) return `${ms / factor}${unit}`;
  }
  return ms === 0 ? '0' : `${ms}ms`;
}
