// The major version of a server, for code that depends on the major.

/** The major version in `server_version_num`: 18 for 180004. */
export const majorOf = (serverVersion: number): number => Math.trunc(serverVersion / 10000);
