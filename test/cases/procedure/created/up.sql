-- Undo: lossless

-- Creates table public.loans.
CREATE TABLE public.loans (
    id bigint NOT NULL,
    back boolean,
    CONSTRAINT loans_pkey PRIMARY KEY (id)
);

-- Creates procedure public.return_all(integer).
CREATE PROCEDURE public.return_all(INOUT n integer)
 LANGUAGE sql
AS $procedure$ UPDATE loans SET back = true RETURNING n $procedure$;

-- Changes privileges on procedure public.return_all(integer).
REVOKE EXECUTE ON PROCEDURE public.return_all(integer) FROM PUBLIC;

-- Changes privileges on procedure public.return_all(integer).
GRANT EXECUTE ON PROCEDURE public.return_all(integer) TO writer;

-- Sets the comment of procedure public.return_all(integer).
COMMENT ON PROCEDURE public.return_all(integer) IS 'Every evening';
