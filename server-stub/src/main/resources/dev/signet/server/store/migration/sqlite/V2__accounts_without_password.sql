-- Accounts of other ways of signing in have no password; and the number of an account that was removed is never
-- given to another. SQLite changes neither in place.

CREATE TABLE new_account (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name VARCHAR(128) NOT NULL UNIQUE,
  password_hash VARCHAR(256)
);

CREATE TABLE new_session (
  -- SHA-256 of the token: who reads the store cannot take over a session.
  token_hash BLOB NOT NULL PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES new_account (id) ON DELETE CASCADE,
  begun BIGINT NOT NULL,
  used BIGINT NOT NULL
);

CREATE TABLE new_key_file (
  id CHAR(36) NOT NULL PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES new_account (id) ON DELETE CASCADE,
  name VARCHAR(200) NOT NULL,
  content BLOB NOT NULL,
  sha256 CHAR(64) NOT NULL,
  created BIGINT NOT NULL,
  modified BIGINT NOT NULL
);

INSERT INTO new_account (id, name, password_hash) SELECT id, name, password_hash FROM account;
INSERT INTO new_session (token_hash, account_id, begun, used)
  SELECT token_hash, account_id, begun, used FROM session;
INSERT INTO new_key_file (id, account_id, name, content, sha256, created, modified)
  SELECT id, account_id, name, content, sha256, created, modified FROM key_file;

DROP TABLE session;
DROP TABLE key_file;
DROP TABLE account;

ALTER TABLE new_account RENAME TO account;
ALTER TABLE new_session RENAME TO session;
ALTER TABLE new_key_file RENAME TO key_file;

CREATE INDEX session_account ON session (account_id);
CREATE INDEX key_file_account ON key_file (account_id);
