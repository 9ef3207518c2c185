// Types of the package pg-query-emscripten, for grammar-gate.ts.

declare module 'pg-query-emscripten' {
  /** PostgreSQL 16's grammar. An instance has one heap, which it never gives back. */
  export interface Instance {
    fingerprint(sql: string): { readonly error: { readonly message: string } | null };
  }
  const Module: new () => PromiseLike<Instance>;
  export default Module;
}
