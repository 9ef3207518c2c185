CREATE DOMAIN amount AS integer CONSTRAINT sum_not_null NOT NULL;
CREATE TABLE bills (total integer CONSTRAINT bills_sum_not_null NOT NULL, number integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME bills_id_seq));
