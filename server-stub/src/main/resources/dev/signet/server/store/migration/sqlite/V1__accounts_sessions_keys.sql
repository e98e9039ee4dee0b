-- Instants are milliseconds since 1970-01-01T00:00:00Z.

CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  name VARCHAR(128) NOT NULL UNIQUE,
  password_hash VARCHAR(256) NOT NULL
);

CREATE TABLE session (
  -- SHA-256 of the token: who reads the store cannot take over a session.
  token_hash BLOB NOT NULL PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  begun BIGINT NOT NULL,
  used BIGINT NOT NULL
);

CREATE INDEX session_account ON session (account_id);

CREATE TABLE key_file (
  id CHAR(36) NOT NULL PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name VARCHAR(200) NOT NULL,
  content BLOB NOT NULL,
  sha256 CHAR(64) NOT NULL,
  created BIGINT NOT NULL,
  modified BIGINT NOT NULL
);

CREATE INDEX key_file_account ON key_file (account_id);
