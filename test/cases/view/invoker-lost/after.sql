-- A view that is dropped and created says S505, too, where it loses or gets an option that row security depends on.
CREATE TABLE orders (id int PRIMARY KEY, customer text, amount bigint);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE VIEW mine AS SELECT id, customer, amount FROM orders;
CREATE VIEW sums WITH (security_invoker = true) AS SELECT customer, sum(amount) AS amount FROM orders GROUP BY customer;
