import { certificate } from './certificate.ts';
import { content } from './content.ts';
import { controls } from './controls.ts';
import { keys } from './keys.ts';
import { recipients } from './recipients.ts';
import { status } from './status.ts';

export const nl = { ...controls, ...keys, ...content, ...status, ...certificate, ...recipients };
