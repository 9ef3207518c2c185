-- What sessions of a role start with, everywhere and in this database.
ALTER ROLE reader SET work_mem = '32MB';
ALTER ROLE reader IN DATABASE app SET search_path = app, public;
ALTER ROLE "Front Desk" IN DATABASE app SET timezone = 'UTC';
ALTER ROLE ALL SET lock_timeout = '2s';
