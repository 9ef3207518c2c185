-- A type whose name takes all 63 bytes steps aside, too.
CREATE TYPE 色色色色色色色色色色色色色色色色色色色色色 AS ENUM ('a');
CREATE TABLE copies (id bigint PRIMARY KEY, c 色色色色色色色色色色色色色色色色色色色色色);
