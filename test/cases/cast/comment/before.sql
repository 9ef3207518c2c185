CREATE TYPE mood AS ENUM ('glad');
CREATE CAST (text AS mood) WITH INOUT;
