-- Alters text search dictionary app.plain.
-- Hazard C407: app.plain finds other lexemes; what is indexed keeps the old ones.
ALTER TEXT SEARCH DICTIONARY app.plain (accept);

-- Alters text search dictionary app.stems.
-- Hazard C407: app.stems finds other lexemes; what is indexed keeps the old ones.
ALTER TEXT SEARCH DICTIONARY app.stems (language = 'english', stopwords = 'english');
