INSERT INTO goods VALUES
  (1, ('A', 7, 'x'), ARRAY[[('B', 5, NULL)::spot], [NULL::spot]], ('C', 9, 'y'), (3, ('D', 1, 'z'), ARRAY[('E', 2, '')::spot])),
  (2, ROW(NULL, NULL, NULL), '{}', NULL, NULL);
