// Encrypts a mail of 2 KB to more and more recipients.
export { contestants } from './encrypt.js';
