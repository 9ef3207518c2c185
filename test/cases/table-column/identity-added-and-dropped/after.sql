-- An identity comes to one column and goes from another.
CREATE TABLE loans (id bigint NOT NULL, n bigint GENERATED ALWAYS AS IDENTITY (START 1000));
