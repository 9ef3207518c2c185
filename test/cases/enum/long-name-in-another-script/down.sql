-- Adds a value to enum public."色色色色色色色色色色色色色色色色色色色色色"; it can be used after a commit.
ALTER TYPE public."色色色色色色色色色色色色色色色色色色色色色" ADD VALUE 'b';
