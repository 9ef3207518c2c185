// Rows and bytes as people read them, the same on every machine: no locale decides.

/** `1 row`, `1,234,567 rows`. */
function rowsText(rows: number): string {
  const digits = String(Math.max(0, Math.round(rows)));
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${grouped} ${digits === '1' ? 'row' : 'rows'}`;
}

/** Powers of 1024 by PostgreSQL's words, as pg_size_pretty() has them: `8192 bytes`, `12 MB`, `1.2 GB`. */
function bytesText(bytes: number): string {
  if (bytes < 10 * 1024) return `${Math.max(0, Math.round(bytes))} bytes`;
  const units = ['kB', 'MB', 'GB', 'TB', 'PB'];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** `1,234,567 rows, 1.2 GB`. */
export const sizeText = (size: { readonly rows: number; readonly bytes: number }): string =>
  `${rowsText(size.rows)}, ${bytesText(size.bytes)}`;
