-- A server of a wrapper that an extension brings.
CREATE SCHEMA remote;
CREATE EXTENSION file_fdw WITH SCHEMA remote;
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
