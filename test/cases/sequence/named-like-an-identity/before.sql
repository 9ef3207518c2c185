CREATE TABLE loans (id bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME numbers) PRIMARY KEY);
CREATE TABLE books (isbn text);
CREATE TABLE members (id bigint);
