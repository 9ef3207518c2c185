-- A function becomes a window function only by being made anew.
CREATE FUNCTION place() RETURNS bigint LANGUAGE internal WINDOW AS 'window_rank';
