// Decrypts a mail that was signed before, and verifies what is inside.
export { contestants } from './decrypt.js';
