-- Undo: loses data:
--   the values of public.news.title

-- Drops table public.news from publication feed.
-- Hazard C409: changes what publication feed publishes.
ALTER PUBLICATION feed DROP TABLE ONLY public.news;

-- Drops table column public.news.title.
-- Locks public.news (ACCESS EXCLUSIVE). Loses the values of public.news.title.
-- Hazard D102, blocking: drops column public.news.title with its values.
ALTER TABLE public.news DROP COLUMN title;

-- Adds table public.news to publication feed.
-- Hazard C409: changes what publication feed publishes.
ALTER PUBLICATION feed ADD TABLE ONLY public.news (author, id);
