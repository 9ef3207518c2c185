INSERT INTO member VALUES ('a@x', 'Ann', 'A'), ('b@x', 'Bob', 'B');
