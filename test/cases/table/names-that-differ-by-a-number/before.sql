CREATE TABLE credit_notes_taxes (id integer, amount_cents bigint NOT NULL);
