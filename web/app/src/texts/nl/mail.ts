import type { mail as en } from '../en/mail.ts';
import type { Translation } from '../translation.ts';

export const mail: Translation<typeof en> = {
  local: 'Geopende bestanden',
  written: 'Hier geschreven',
  folders: 'Mappen',
  openFiles: 'E-mailbestanden openen',
  emlHint: '.eml',
  memoryOnly:
    'E-mails blijven in het geheugen van deze pagina: ze worden nergens naartoe verzonden en zijn weg zodra u de pagina sluit of opnieuw laadt.',
  emptyHeading: 'Open uw eerste e-mail',
  emptySteps: [
    'Importeer onder Instellingen uw persoonlijke certificaat, een .p12-bestand.',
    'Sla een e-mail uit uw e-mailprogramma op als .eml-bestand en open het hier.',
    'Klik op de balk boven de e-mail: die ontgrendelt de e-mail of vertelt wat er over de handtekening is vastgesteld.',
  ],
  emptyWritten: 'Wat u schrijft en opslaat, verschijnt hier.',
  tooLargeMail: (name) => `\u2068${name}\u2069 is te groot om hier te openen.`,
  unreadableFile: (name) => `\u2068${name}\u2069 kon niet worden gelezen.`,
  smime: 'S/MIME',
  from: 'Van',
  to: 'Aan',
  cc: 'Cc',
  subject: 'Onderwerp',
  date: 'Datum',
  noSubject: '(geen onderwerp)',
  noSender: '(geen afzender)',
  noDate: '',
  mails: 'E-mails',
  backToList: 'Alle e-mails',
  opening: 'De e-mail wordt geopend …',
  reply: 'Beantwoorden',
  saveMessage: '.eml opslaan',
};
