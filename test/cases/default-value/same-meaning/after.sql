-- The same default in other words is no difference.
CREATE TABLE loans (id int8, days int4 DEFAULT (14), state character varying(10) DEFAULT 'out'::varchar, at timestamp with time zone DEFAULT pg_catalog.now());
