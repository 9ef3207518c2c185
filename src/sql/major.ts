// The major version of a server, for what differs between majors.

/** 18 of 180004: the major version in `server_version_num`. */
export const majorOf = (serverVersion: number): number => Math.trunc(serverVersion / 10000);
