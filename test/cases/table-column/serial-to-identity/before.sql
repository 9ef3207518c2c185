CREATE TABLE loans (id serial PRIMARY KEY, book text);
