import type { failures as en } from '../en/failures.ts';
import type { Translation } from '../translation.ts';

export const failures: Translation<typeof en> = {
  noNetwork: 'Der Server ist nicht erreichbar.',
  unexpected: 'Etwas Unerwartetes ist geschehen.',
  httpError: (status) => `Der Server hat mit einem Fehler geantwortet (${status}).`,
  smimeErrors: {
    'wrong-passphrase': 'Entschlüsseln nicht möglich: Die Passphrase ist nicht die dieser Datei.',
    'not-pkcs12': 'Diese Datei ist keine PKCS#12-Datei (.p12, .pfx).',
    'damaged-pkcs12': 'Diese PKCS#12-Datei ist beschädigt. Exportieren Sie sie noch einmal.',
    'no-private-key': 'Diese Datei enthält keinen privaten Schlüssel.',
    'no-certificate':
      'Diese Datei enthält einen privaten Schlüssel, aber kein Zertifikat, das dazu gehört.',
    'unprotected-key':
      'Diese Datei enthält einen ungeschützten privaten Schlüssel. Exportieren Sie sie noch einmal mit einer Passphrase.',
    'unauthenticated-pkcs12':
      'Diese Datei hat keine Integritätsprüfung (MAC); eine Änderung daran würde nicht auffallen. Exportieren Sie sie noch einmal mit einer.',
    'refused-parameters': 'Diese Datei verlangt Parameter, die keine redliche Datei hat.',
    'passphrase-characters':
      'In einer neuen Passphrase sind nur druckbare ASCII-Zeichen erlaubt: Buchstaben ohne Umlaute, Ziffern, Leerzeichen und Zeichen wie ! # % @.',
    'not-a-certificate': 'Diese Datei enthält kein Zertifikat.',
    'recipient-unusable':
      'Das Zertifikat eines Empfängers kann nicht zum Verschlüsseln verwendet werden.',
    'key-unusable': 'Dieser Schlüssel kann dafür nicht verwendet werden.',
    'key-locked':
      'Der Schlüssel wurde inzwischen gesperrt. Entsperren Sie ihn, und versuchen Sie es noch einmal.',
    'unsupported-algorithm': 'Ein verwendetes Verfahren wird nicht unterstützt.',
    'malformed-message': 'Die Nachricht ist nicht richtig aufgebaut.',
    'too-large': 'Das ist zu groß.',
    aborted: 'Abgebrochen.',
    'no-randomness':
      'Der Browser liefert keine Zufallszahlen, deshalb kann nichts verschlüsselt oder signiert werden.',
    'engine-unavailable':
      'Das S/MIME-Programm konnte nicht gestartet werden. Nötig ist ein aktueller Browser mit WebAssembly GC.',
    'engine-closed': 'Das S/MIME-Programm wurde beendet. Laden Sie die Seite neu.',
    'internal-error': 'Im S/MIME-Programm ist etwas Unerwartetes geschehen.',
  },
  httpErrors: {
    401: 'Sie sind nicht mehr angemeldet.',
    403: 'Der Server hat dies abgelehnt.',
    404: 'Der Server hat es nicht mehr.',
    412: 'Es wurde inzwischen auf anderem Weg geändert. Laden Sie die Seite neu.',
    413: 'Die Datei ist größer, als der Server erlaubt.',
    415: 'Der Server nimmt Dateien dieser Art nicht an.',
    422: 'Der Server hat die Datei abgelehnt: Jeder private Schlüssel darin muss verschlüsselt sein.',
    429: 'Zu viele Versuche. Warten Sie vor dem nächsten.',
    507: 'Für weitere Schlüsseldateien ist kein Platz. Entfernen Sie zuerst eine.',
  },
};
