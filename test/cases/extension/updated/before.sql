CREATE EXTENSION hstore VERSION '1.7';
CREATE TABLE public.books (details public.hstore);
