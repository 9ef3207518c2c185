-- Values are added to an enum at their place; taking them away again makes the type anew.
CREATE TYPE condition AS ENUM ('new', 'good', 'worn', 'lost');
CREATE TABLE copies (id bigint PRIMARY KEY, condition condition NOT NULL);
