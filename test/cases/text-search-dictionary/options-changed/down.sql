-- Alters text search dictionary app.plain.
-- Hazard C407: changes the lexemes of text search dictionary app.plain; existing indexes keep the old lexemes.
ALTER TEXT SEARCH DICTIONARY app.plain (accept);

-- Alters text search dictionary app.stems.
-- Hazard C407: changes the lexemes of text search dictionary app.stems; existing indexes keep the old lexemes.
ALTER TEXT SEARCH DICTIONARY app.stems (language = 'english', stopwords = 'english');
