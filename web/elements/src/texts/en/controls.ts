/** Buttons, dialogs, progress. */
export const controls = {
  close: 'Close',
  cancel: 'Cancel',
  details: 'Details',
  encrypted: 'Encrypted',
  signed: 'Signed',
  progress: 'Working',
  dropHere: 'or drop it here',
};
