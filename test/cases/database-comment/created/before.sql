CREATE TABLE shelves ();
