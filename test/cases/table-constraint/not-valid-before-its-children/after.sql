-- A constraint that a child table inherits is validated or not as its parent's is: nobody asked to validate it.
CREATE TABLE base (a int, b int);
ALTER TABLE base ADD CONSTRAINT a_positive CHECK (a > 0) NOT VALID;
CREATE TABLE kid (x int) INHERITS (base);
CREATE TABLE grandkid (y int) INHERITS (kid);
CREATE TABLE m (id int, r int) PARTITION BY LIST (r);
ALTER TABLE m ADD CONSTRAINT id_positive CHECK (id > 0) NOT VALID;
CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1);
CREATE TABLE m2 PARTITION OF m FOR VALUES IN (2);
