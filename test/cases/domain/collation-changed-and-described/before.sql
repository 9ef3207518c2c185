CREATE DOMAIN surname AS text;
