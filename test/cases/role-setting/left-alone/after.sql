-- Settings of roles that the files say nothing of stay.
ALTER ROLE reader SET work_mem = '64MB';
ALTER ROLE writer SET work_mem = '64MB';
