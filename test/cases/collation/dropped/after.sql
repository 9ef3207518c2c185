-- A collation is dropped when its column has another, or none.
CREATE TABLE readers (id bigint PRIMARY KEY, email text);
