-- Undo: lossless

-- Creates table public.branches.
CREATE TABLE public.branches (
    id bigint NOT NULL,
    head bigint,
    CONSTRAINT branches_pkey PRIMARY KEY (id)
);

-- Creates table public.staff.
CREATE TABLE public.staff (
    id bigint NOT NULL,
    branch bigint NOT NULL,
    CONSTRAINT staff_pkey PRIMARY KEY (id)
);

-- Creates table constraint branches_head_fkey ON public.branches.
ALTER TABLE public.branches ADD CONSTRAINT branches_head_fkey FOREIGN KEY (head) REFERENCES public.staff(id);

-- Creates table constraint staff_branch_fkey ON public.staff.
ALTER TABLE public.staff ADD CONSTRAINT staff_branch_fkey FOREIGN KEY (branch) REFERENCES public.branches(id);
