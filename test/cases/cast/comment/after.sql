-- A cast is described.
CREATE TYPE mood AS ENUM ('glad');
CREATE CAST (text AS mood) WITH INOUT;
COMMENT ON CAST (text AS mood) IS 'Words to moods';
