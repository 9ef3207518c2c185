-- PostgreSQL 15 can't change two_phase
CREATE SUBSCRIPTION ducks CONNECTION 'host=delta' PUBLICATION birds WITH (two_phase = true);
