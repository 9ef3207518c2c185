CREATE TYPE condition AS ENUM ('new', 'worn');
