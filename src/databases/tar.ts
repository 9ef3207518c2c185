// The files of a tar archive, for data directories and extensions of PGlite.

const BLOCK = 512;

export interface TarEntry {
  /** Without a leading `/` or `./`. */
  readonly path: string;
  readonly directory: boolean;
  readonly content: Uint8Array;
}

/** The files and directories of a ustar archive. The contents are views of the archive's memory. */
export function* tarEntries(archive: Uint8Array): Generator<TarEntry> {
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const field = (from: number, length: number): string => {
      const text = Buffer.from(archive.buffer, archive.byteOffset + at + from, length).toString('utf8');
      return text.split('\0', 1)[0] ?? '';
    };
    const name = field(0, 100);
    if (name === '') return;
    const prefix = field(345, 155);
    const size = Number.parseInt(field(124, 12).trim(), 8) || 0;
    const start = at + BLOCK;
    const path = `${prefix === '' ? '' : `${prefix}/`}${name}`.replace(/^(\.?\/)+/, '');
    const directory = field(156, 1) === '5' || path.endsWith('/');
    if (path !== '') yield { path, directory, content: archive.subarray(start, start + size) };
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
}
