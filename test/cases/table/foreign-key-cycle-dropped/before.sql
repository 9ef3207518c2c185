CREATE TABLE branches (id bigint PRIMARY KEY, head bigint);
CREATE TABLE staff (id bigint PRIMARY KEY, branch bigint NOT NULL REFERENCES branches);
ALTER TABLE branches ADD FOREIGN KEY (head) REFERENCES staff;
CREATE TABLE books (isbn text PRIMARY KEY);
