-- Gives app.numbers USING btree to postgres.
-- Hazard S504: postgres owns app.numbers USING btree.
ALTER OPERATOR CLASS app.numbers USING btree OWNER TO postgres;

-- Describes operator class app.numbers USING btree.
COMMENT ON OPERATOR CLASS app.numbers USING btree IS 'Numbers';
