CREATE COLLATION caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE member (mail text PRIMARY KEY, nick text UNIQUE, name text);
CREATE UNIQUE INDEX member_name ON member (name);
