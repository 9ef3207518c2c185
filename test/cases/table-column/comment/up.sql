-- Undo: lossless

-- Removes the comment of public.books.isbn.
COMMENT ON COLUMN public.books.isbn IS NULL;

-- Describes table column public.books.title.
COMMENT ON COLUMN public.books.title IS 'As on the cover';
