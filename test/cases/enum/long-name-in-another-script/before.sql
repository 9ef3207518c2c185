CREATE TYPE 色色色色色色色色色色色色色色色色色色色色色 AS ENUM ('a', 'b');
CREATE TABLE copies (id bigint PRIMARY KEY, c 色色色色色色色色色色色色色色色色色色色色色);
