-- Undo: lossless

-- Removes the comment of table column public.books.isbn.
COMMENT ON COLUMN public.books.isbn IS NULL;

-- Sets the comment of table column public.books.title.
COMMENT ON COLUMN public.books.title IS 'As on the cover';
