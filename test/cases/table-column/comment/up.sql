-- Undo: lossless

-- Removes the comment of public.books.isbn.
COMMENT ON COLUMN public.books.isbn IS NULL;

-- Says what public.books.title is.
COMMENT ON COLUMN public.books.title IS 'As on the cover';
