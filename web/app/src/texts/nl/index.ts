import { certificates } from './certificates.ts';
import { common } from './common.ts';
import { compose } from './compose.ts';
import { failures } from './failures.ts';
import { keys } from './keys.ts';
import { mailServer } from './mail-server.ts';
import { mail } from './mail.ts';
import { mailbox } from './mailbox.ts';
import { reading } from './reading.ts';
import { session } from './session.ts';

export const nl = {
  ...common,
  ...session,
  ...mail,
  ...mailbox,
  ...mailServer,
  ...reading,
  ...keys,
  ...certificates,
  ...compose,
  ...failures,
};
