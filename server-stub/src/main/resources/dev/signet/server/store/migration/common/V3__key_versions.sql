-- What was replaced or removed, for the administrator to restore.

CREATE TABLE key_version (
  account_id ${number} NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  -- A file's, also when it is not there any more.
  key_id VARCHAR(36) NOT NULL,
  -- Counted for each file.
  number BIGINT NOT NULL,
  name VARCHAR(200) NOT NULL,
  content ${bytes} NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  created BIGINT NOT NULL,
  modified BIGINT NOT NULL,
  ended BIGINT NOT NULL,
  -- How: 'replaced' or 'removed'.
  ending VARCHAR(8) NOT NULL,
  PRIMARY KEY (account_id, key_id, number)
);

CREATE INDEX key_version_ended ON key_version (ended);
