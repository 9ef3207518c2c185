ALTER ROLE reader SET work_mem = '64MB';
