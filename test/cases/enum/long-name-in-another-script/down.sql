-- Adds a value to enum public."色色色色色色色色色色色色色色色色色色色色色"; statements can use the value after a commit.
ALTER TYPE public."色色色色色色色色色色色色色色色色色色色色色" ADD VALUE 'b';
