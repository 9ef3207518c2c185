-- Changes the owner of operator class app.numbers USING btree to postgres.
-- Hazard S504: changes the owner of operator class app.numbers USING btree to postgres.
ALTER OPERATOR CLASS app.numbers USING btree OWNER TO postgres;

-- Sets the comment of operator class app.numbers USING btree.
COMMENT ON OPERATOR CLASS app.numbers USING btree IS 'Numbers';
