-- Undo: lossless

-- Drops default value public.item.id.
-- Locks public.item (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.item ALTER COLUMN id DROP DEFAULT;

-- Renames the former sequence of public.item.id, whose position its successor takes over.
ALTER SEQUENCE public.item_id_seq RENAME TO item_id_seq__before;

-- Makes table column public.item.id an identity column.
-- Locks public.item (ACCESS EXCLUSIVE).
ALTER TABLE public.item ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

-- Sets the new sequence of public.item.id to the position of the former one.
SELECT pg_catalog.setval('public.item_id_seq', last_value, is_called) FROM public.item_id_seq__before;

-- Drops the former sequence of public.item.id.
DROP SEQUENCE public.item_id_seq__before;

-- Renames the former sequence of public.note.id, whose position its successor takes over.
ALTER SEQUENCE public.note_numbers RENAME TO note_numbers__before;

-- Creates sequence public.note_ids.
CREATE SEQUENCE public.note_ids AS integer;

-- Sets the new sequence of public.note.id to the position of the former one.
SELECT pg_catalog.setval('public.note_ids', last_value, is_called) FROM public.note_numbers__before;

-- Alters table column public.note.id.
-- Locks public.note (ACCESS EXCLUSIVE).
ALTER TABLE public.note ALTER COLUMN id DROP IDENTITY;

-- Alters table column public.note.id.
-- Locks public.note (ACCESS EXCLUSIVE).
-- Hazard C408: allows nulls in public.note.id.
ALTER TABLE public.note ALTER COLUMN id DROP NOT NULL;

-- Makes sequence public.note_ids owned by column public.note.id.
ALTER SEQUENCE public.note_ids OWNED BY public.note.id;

-- Creates default value public.note.id.
-- Locks public.note (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.note ALTER COLUMN id SET DEFAULT nextval('public.note_ids'::regclass);

-- Renames the former sequence of public.tag.id, whose position its successor takes over.
ALTER SEQUENCE public.tag_id_seq RENAME TO tag_id_seq__before;

-- Creates sequence public.tag_id_seq.
CREATE SEQUENCE public.tag_id_seq AS integer;

-- Sets the new sequence of public.tag.id to the position of the former one.
SELECT pg_catalog.setval('public.tag_id_seq', last_value, is_called) FROM public.tag_id_seq__before;

-- Alters table column public.tag.id.
-- Locks public.tag (ACCESS EXCLUSIVE).
ALTER TABLE public.tag ALTER COLUMN id DROP IDENTITY;

-- Makes sequence public.tag_id_seq owned by column public.tag.id.
ALTER SEQUENCE public.tag_id_seq OWNED BY public.tag.id;

-- Creates default value public.tag.id.
-- Locks public.tag (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.tag ALTER COLUMN id SET DEFAULT nextval('public.tag_id_seq'::regclass);
