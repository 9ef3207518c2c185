ALTER ROLE reader SET work_mem = '64MB';
ALTER ROLE reader IN DATABASE app SET statement_timeout = '5s';
ALTER ROLE writer SET lock_timeout = '1s';
