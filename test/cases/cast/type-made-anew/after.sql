-- A cast comes back with the type that is made anew under it.
CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE CAST (text AS mood) WITH INOUT AS ASSIGNMENT;
CREATE TABLE days (mood mood);
