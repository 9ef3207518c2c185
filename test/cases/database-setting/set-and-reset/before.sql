ALTER DATABASE app SET work_mem = '64MB';
ALTER DATABASE app SET statement_timeout = '5s';
