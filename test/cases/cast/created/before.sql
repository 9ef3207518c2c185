CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE TYPE feeling AS ENUM ('glad', 'sad');
CREATE TYPE amount AS (units bigint);
