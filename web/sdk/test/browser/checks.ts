import { engineChecks } from './checks-engine.ts';
import { hostChecks } from './checks-host.ts';

/** What is checked in a real browser, by name; each throws where it does not hold. */
export const checks: Record<string, () => Promise<void>> = { ...hostChecks, ...engineChecks };
