-- Two new tables get the names that they have in a fresh load of the files.
CREATE TABLE later (id integer);
CREATE TABLE credit_notes_taxes (id integer, amount_cents bigint NOT NULL);
CREATE TABLE credit_notes (id integer, taxes_amount_cents bigint NOT NULL);
