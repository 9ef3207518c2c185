// Types of the package pg-query-emscripten, for grammar-gate.ts.

declare module 'pg-query-emscripten' {
  /** A parser with PostgreSQL 16's grammar. An instance never frees the memory of its heap. */
  export interface Instance {
    fingerprint(sql: string): { readonly error: { readonly message: string } | null };
  }
  const Module: new () => PromiseLike<Instance>;
  export default Module;
}
