-- Undo: lossless

-- Creates extension file_fdw.
CREATE EXTENSION file_fdw WITH SCHEMA remote;

-- Creates server files.
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
