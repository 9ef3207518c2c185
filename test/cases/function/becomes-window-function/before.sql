CREATE FUNCTION place() RETURNS bigint LANGUAGE internal AS 'window_rank';
