CREATE TYPE spot AS (shelf text, bin int, remark text);
CREATE TYPE parcel AS (weight int, spot spot, spots spot[]);
CREATE DOMAIN place AS spot CHECK ((VALUE).shelf <> '');
CREATE TABLE goods (
  id int PRIMARY KEY,
  at spot,
  earlier spot[] NOT NULL DEFAULT '{}',
  home place,
  sent parcel
);
CREATE VIEW bins AS SELECT id, (at).bin FROM goods;
