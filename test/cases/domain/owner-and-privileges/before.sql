CREATE DOMAIN isbn AS text;
