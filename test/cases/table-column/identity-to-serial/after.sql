-- An identity column becomes a serial one.
CREATE TABLE loans (id serial PRIMARY KEY, book text);
