-- Drops table public.news from publication feed.
-- Hazard C409: changes what publication feed publishes.
ALTER PUBLICATION feed DROP TABLE ONLY public.news;

-- Creates table column public.news.title.
-- Locks public.news (ACCESS EXCLUSIVE).
ALTER TABLE public.news ADD COLUMN title text;

-- Adds table public.news to publication feed.
-- Hazard C409: changes what publication feed publishes.
-- Hazard C411: updates and deletes fail on table public.news unless it has a primary key or another replica identity.
ALTER PUBLICATION feed ADD TABLE ONLY public.news (author, id, title);
