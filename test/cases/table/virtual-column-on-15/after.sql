-- What the server does not have is refused.
CREATE TABLE openings (opens time, closes time, hours interval GENERATED ALWAYS AS (closes - opens) VIRTUAL);
