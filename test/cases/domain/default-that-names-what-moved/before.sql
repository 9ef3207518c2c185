CREATE SCHEMA post;
CREATE FUNCTION post.next_stamp() RETURNS integer LANGUAGE sql RETURN 7;
CREATE DOMAIN post.stamp AS integer DEFAULT post.next_stamp();
