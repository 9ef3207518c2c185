// Optional properties, for whatever passes on what it was given.

/**
 * The object without what is undefined or null. An optional property may be absent and may not be undefined
 * (exactOptionalPropertyTypes), so that a value that may be missing is passed on as `...defined({ to })`.
 */
export function defined<T extends object>(object: T): { [Name in keyof T]?: NonNullable<T[Name]> } {
  const present = Object.entries(object).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(present) as { [Name in keyof T]?: NonNullable<T[Name]> };
}
