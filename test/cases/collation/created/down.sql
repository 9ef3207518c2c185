-- Drops table library.readers.
-- Locks library.readers (ACCESS EXCLUSIVE). Loses the rows of table library.readers.
-- Hazard D101, blocking: drops table library.readers with its rows.
DROP TABLE library.readers;

-- Drops collation library."By code point".
DROP COLLATION library."By code point";

-- Drops collation library."numeric".
DROP COLLATION library."numeric";

-- Drops collation library.bytewise.
DROP COLLATION library.bytewise;

-- Drops collation library.caseless.
DROP COLLATION library.caseless;

-- Drops collation library.mixed.
DROP COLLATION library.mixed;
