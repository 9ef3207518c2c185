-- Adds a value to enum pond.plumage; it can be used after a commit.
ALTER TYPE pond.plumage ADD VALUE 'white';
