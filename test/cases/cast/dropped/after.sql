-- A cast goes with the view that uses it and the function that makes it.
CREATE TYPE amount AS (units bigint);
