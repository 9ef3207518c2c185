-- Undo: lossless

-- Creates view public.paths.
CREATE VIEW public.paths AS
 WITH RECURSIVE path(id, names) AS (
         SELECT sections.id,
            ARRAY[sections.name] AS "array"
           FROM public.sections
          WHERE (sections.within IS NULL)
        UNION ALL
         SELECT s.id,
            (p.names || s.name)
           FROM (public.sections s
             JOIN path p ON ((s.within = p.id)))
        )
 SELECT id,
    names,
    rank() OVER (PARTITION BY (cardinality(names)) ORDER BY names) AS place
   FROM path;
