-- A virtual generated column is added without a rewrite.
CREATE TABLE openings (opens time, closes time, hours interval GENERATED ALWAYS AS (closes - opens) VIRTUAL);
