-- Several changes of one column come in an order that works.
CREATE TABLE copies (id bigint PRIMARY KEY, shelf integer DEFAULT 0 NOT NULL CHECK (shelf >= 0));
COMMENT ON COLUMN copies.shelf IS 'Counted from the door';
CREATE INDEX copies_shelf ON copies (shelf) WHERE shelf > 0;
