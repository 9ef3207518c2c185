-- What is not said of streaming is what the server does by itself
CREATE SUBSCRIPTION ducks CONNECTION 'host=delta' PUBLICATION birds;
