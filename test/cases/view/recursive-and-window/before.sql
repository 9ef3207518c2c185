CREATE TABLE sections (id bigint PRIMARY KEY, within bigint, name text);
