import { engineChecks } from './checks-engine.ts';
import { hostileChecks } from './checks-hostile.ts';
import { hostChecks } from './checks-host.ts';
import { mailChecks } from './checks-mail.ts';
import { responderChecks } from './checks-responders.ts';
import type { Check } from './expect.ts';

/** What is checked in a real browser, by name; each throws where it does not hold. */
export const checks: Record<string, Check> = {
  ...hostChecks,
  ...engineChecks,
  ...mailChecks,
  ...responderChecks,
  ...hostileChecks,
};
