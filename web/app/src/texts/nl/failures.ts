import type { failures as en } from '../en/failures.ts';
import type { Translation } from '../translation.ts';

export const failures: Translation<typeof en> = {
  noNetwork: 'De server is niet bereikbaar.',
  unexpected: 'Er is iets onverwachts gebeurd.',
  httpError: (status) => `De server antwoordde met een fout (${status}).`,
  smimeErrors: {
    'wrong-passphrase':
      'Ontsleutelen is niet mogelijk: dit is niet de wachtwoordzin van dit bestand.',
    'not-pkcs12': 'Dit bestand is geen PKCS#12-bestand (.p12, .pfx).',
    'damaged-pkcs12': 'Dit PKCS#12-bestand is beschadigd. Exporteer het opnieuw.',
    'no-private-key': 'Dit bestand bevat geen privésleutel.',
    'no-certificate': 'Dit bestand bevat een privésleutel, maar geen certificaat dat erbij hoort.',
    'unprotected-key':
      'Dit bestand bevat een onbeveiligde privésleutel. Exporteer het opnieuw met een wachtwoordzin.',
    'unauthenticated-pkcs12':
      'Dit bestand heeft geen integriteitscontrole (MAC), dus een wijziging zou niet opvallen. Exporteer het opnieuw met zo’n controle.',
    'refused-parameters': 'Dit bestand vraagt om parameters die geen eerlijk bestand heeft.',
    'passphrase-characters':
      'In een nieuwe wachtwoordzin zijn alleen afdrukbare ASCII-tekens toegestaan: letters zonder accenten, cijfers, spatie en tekens zoals ! # % @.',
    'not-a-certificate': 'Dit bestand bevat geen certificaat.',
    'recipient-unusable':
      'Het certificaat van een ontvanger kan niet worden gebruikt om te versleutelen.',
    'key-unusable': 'Deze sleutel kan daarvoor niet worden gebruikt.',
    'key-locked': 'De sleutel is intussen vergrendeld. Ontgrendel die en probeer het opnieuw.',
    'unsupported-algorithm': 'Een gebruikt algoritme wordt niet ondersteund.',
    'malformed-message': 'Het bericht is niet goed opgebouwd.',
    'too-large': 'Dit is te groot.',
    aborted: 'Geannuleerd.',
    'no-randomness':
      'De browser levert geen willekeurige getallen, dus er kan niets worden versleuteld of ondertekend.',
    'engine-unavailable':
      'De S/MIME-module kon niet worden gestart. Er is een actuele browser met WebAssembly GC nodig.',
    'engine-closed': 'De S/MIME-module is gestopt. Laad de pagina opnieuw.',
    'internal-error': 'Er is iets onverwachts gebeurd in de S/MIME-module.',
  },
  httpErrors: {
    401: 'U bent niet meer aangemeld.',
    403: 'De server heeft dit geweigerd.',
    404: 'De server heeft het niet meer.',
    412: 'Het is intussen langs een andere weg gewijzigd. Laad de pagina opnieuw.',
    413: 'Het bestand is groter dan de server toestaat.',
    415: 'De server neemt dit soort bestanden niet aan.',
    422: 'De server heeft het bestand geweigerd: elke privésleutel erin moet versleuteld zijn.',
    429: 'Te veel pogingen. Wacht vóór de volgende.',
    507: 'Er is geen ruimte voor meer sleutelbestanden. Verwijder er eerst een.',
  },
};
