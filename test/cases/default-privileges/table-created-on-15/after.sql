-- MAINTAIN is no privilege before 17, and is not taken back there.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON TABLES TO reader, writer;
CREATE TABLE public.loans (id integer);
REVOKE ALL ON public.loans FROM reader;
