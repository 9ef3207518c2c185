-- A NOT VALID check reaches child tables with its own statement only.
CREATE TABLE measures (day int);
CREATE TABLE measures_2024 () INHERITS (measures);
CREATE TABLE measures_2025 () INHERITS (measures);
ALTER TABLE measures ADD CONSTRAINT day_is_positive CHECK (day > 0) NOT VALID;
