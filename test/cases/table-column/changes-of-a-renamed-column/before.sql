CREATE TABLE bills (total integer, number integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME bills_id_seq), other integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME by_hand));
ALTER TABLE bills ADD CONSTRAINT bills_sum_not_null NOT NULL total NOT VALID;
