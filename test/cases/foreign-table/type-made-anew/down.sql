-- Adds a value to enum pond.plumage; statements can use the value after a commit.
ALTER TYPE pond.plumage ADD VALUE 'white';
