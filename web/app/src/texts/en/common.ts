/** The page around everything. */
export const common = {
  product: 'Signet',
  claim: 'Signed and encrypted mail. Your keys open in this browser and nowhere else.',
  mail: 'Mail',
  compose: 'Compose',
  settings: 'Settings',
  loading: 'Loading',
  retry: 'Try again',
  remove: 'Remove',
  download: 'Download',
  language: 'Language',
  theme: {
    auto: 'Colours: as the system',
    light: 'Colours: light',
    dark: 'Colours: dark',
  },
  lock: 'Lock',
  lockAll: 'Lock all keys now',
  unlockedKeys: (count: number): string =>
    count === 1 ? '1 key unlocked' : `${count} keys unlocked`,
  keysLocked: 'All keys are locked.',
  keysUnlocked: 'Unlocked.',
  undo: 'Undo',
  locksIn: (time: string): string => `locked in ${time}`,
  locksSoon: 'Your keys will be locked in less than a minute.',
  skipToContent: 'Skip to the content',
  pages: 'Pages',
};
