-- What sessions of the database start with, by whatever name the files call it.
ALTER DATABASE production SET search_path = "$user", app, public;
ALTER DATABASE production SET statement_timeout = '10s';
ALTER DATABASE production SET app.motto = 'it''s 100%';
