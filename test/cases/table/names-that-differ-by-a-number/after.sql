-- The names that PostgreSQL chooses for two NOT NULL are equal up to a number, which depends on the order of creation.
CREATE TABLE credit_notes (id integer, taxes_amount_cents bigint NOT NULL);
CREATE TABLE credit_notes_taxes (id integer, amount_cents bigint NOT NULL);
