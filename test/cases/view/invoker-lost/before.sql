CREATE TABLE orders (id int PRIMARY KEY, customer text, amount int);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE VIEW mine WITH (security_invoker = true, security_barrier = true) AS SELECT id, customer, amount FROM orders;
CREATE VIEW sums AS SELECT customer, sum(amount) AS amount FROM orders GROUP BY customer;
