-- An extension is updated to the version that the files name.
CREATE EXTENSION hstore VERSION '1.8';
CREATE TABLE public.books (details public.hstore);
