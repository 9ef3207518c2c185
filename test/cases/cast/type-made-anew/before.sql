CREATE TYPE mood AS ENUM ('glad', 'sad', 'numb');
CREATE CAST (text AS mood) WITH INOUT AS ASSIGNMENT;
CREATE TABLE days (mood mood);
