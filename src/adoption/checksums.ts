// The checksums of other tools, each by the tool's own algorithm, for `schema import`: they show whether a file was
// changed.
import { createHash } from 'node:crypto';

const CRC_TABLE = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** CRC-32 of the IEEE polynomial, unsigned. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Flyway's: CRC-32 over the lines without line ends and without a byte order mark, as a signed 32-bit number. */
export function flywayChecksum(text: string): number {
  const lines = text.replace(/^\uFEFF/, '').replace(/[\r\n]/g, '');
  return crc32(Buffer.from(lines, 'utf8')) | 0;
}

/** Hexadecimal digests of the text as it is and with either line ending, since a checkout may change line endings. */
export function textDigests(algorithm: 'sha1' | 'sha256', text: string): string[] {
  const unix = text.replace(/\r\n/g, '\n');
  const all = [text, unix, unix.replace(/\n/g, '\r\n')].map((variant) => digest(algorithm, variant));
  return [...new Set(all)];
}

const digest = (algorithm: string, text: string): string => createHash(algorithm).update(text, 'utf8').digest('hex');

/** graphile-migrate's: SHA-1 over the previous hash and the body without white space at either end. */
export const graphileHash = (body: string, previous: string | null): string =>
  `sha1:${digest('sha1', `${`${previous ?? ''}\n${body.trim()}`.trim()}\n`)}`;

/** Atlas': for each file by name, SHA-256 over the names and texts of all files up to it, in base64. */
export function atlasHashes(files: readonly { readonly path: string; readonly text: string }[]): Map<string, string> {
  const hash = createHash('sha256');
  const sums = new Map<string, string>();
  for (const { path, text } of files) {
    hash.update(path, 'utf8');
    // The sum covers such a file by its name only, and the file has no sum of its own.
    if (/^--\s*atlas:sum\s+ignore\s*$/m.test(text)) continue;
    sums.set(path, hash.update(text, 'utf8').copy().digest('base64'));
  }
  return sums;
}

/** Java's `String.hashCode`: over UTF-16 units, as a signed 32-bit number. */
export function javaHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}

/** The 32-bit FNV-1 hash. */
export function fnv32(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text, 'utf8')) hash = Math.imul(hash, 0x01000193) ^ byte;
  return hash >>> 0;
}
