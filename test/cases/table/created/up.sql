-- Undo: lossless

-- Creates table public.books.
CREATE TABLE public.books (
    isbn text NOT NULL,
    title text NOT NULL,
    pages integer,
    added timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT books_pages_check CHECK ((pages > 0)),
    CONSTRAINT books_pkey PRIMARY KEY (isbn),
    CONSTRAINT books_title_pages_key UNIQUE (title, pages)
);

-- Changes privileges on table public.books.
GRANT ALL ON TABLE public.books TO keeper;

-- Changes privileges on table public.books.
GRANT SELECT ON TABLE public.books TO reader;

-- Sets the comment of table public.books.
COMMENT ON TABLE public.books IS 'What we have';

-- Sets the comment of table column public.books.isbn.
COMMENT ON COLUMN public.books.isbn IS 'Ten or thirteen digits';

-- Creates index public.books_added.
CREATE INDEX books_added ON public.books USING btree (added DESC);
