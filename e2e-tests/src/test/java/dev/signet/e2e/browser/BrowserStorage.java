package dev.signet.e2e.browser;

import java.nio.charset.StandardCharsets;
import org.openqa.selenium.chrome.ChromeDriver;

/** Everything that a page of this origin can read back after a reload. */
public final class BrowserStorage {
  private static final String DUMP =
      """
      const done = arguments[arguments.length - 1];
      const hex = (bytes) => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
      const text = (value) => JSON.stringify(value, (key, v) => {
        if (v instanceof ArrayBuffer) return hex(new Uint8Array(v));
        if (ArrayBuffer.isView(v)) return hex(new Uint8Array(v.buffer, v.byteOffset, v.byteLength));
        if (typeof v === 'bigint') return v.toString(16);
        if (v instanceof CryptoKey) return `CryptoKey extractable=${v.extractable} ${v.type}`;
        return v;
      });
      const request = (r) => new Promise((resolve, reject) => {
        r.onsuccess = () => resolve(r.result);
        r.onerror = () => reject(r.error);
      });
      const main = async () => {
        const out = ['cookies ' + document.cookie];
        for (const [name, area] of [['local', localStorage], ['session', sessionStorage]]) {
          for (let i = 0; i < area.length; i++) {
            out.push(`${name} ${area.key(i)} ${area.getItem(area.key(i))}`);
          }
        }
        for (const { name } of await indexedDB.databases()) {
          const database = await request(indexedDB.open(name));
          for (const store of database.objectStoreNames) {
            const objects = database.transaction(store).objectStore(store);
            const [keys, values] = await Promise.all(
              [request(objects.getAllKeys()), request(objects.getAll())]);
            for (const [i, value] of values.entries()) {
              const bytes = value instanceof Blob ? new Uint8Array(await value.arrayBuffer()) : value;
              out.push(`indexeddb ${name} ${store} ${text(keys[i])} ${text(bytes)}`);
            }
          }
          database.close();
        }
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          for (const key of await cache.keys()) {
            const answer = await cache.match(key);
            out.push(`cache ${name} ${key.url} ${hex(new Uint8Array(await answer.arrayBuffer()))}`);
          }
        }
        const files = await navigator.storage.getDirectory();
        const walk = async (folder, path) => {
          for await (const [name, entry] of folder.entries()) {
            if (entry.kind === 'directory') await walk(entry, `${path}/${name}`);
            else out.push(`file ${path}/${name} ${hex(new Uint8Array(
              await (await entry.getFile()).arrayBuffer()))}`);
          }
        };
        await walk(files, '');
        out.push(`history ${text(history.state)}`, `name ${window.name}`);
        return out.join('\\n');
      };
      main().then(done, (error) => done(`FAILED ${error}`));
      """;

  private BrowserStorage() {}

  /**
   * Cookies that scripts see, localStorage, sessionStorage, IndexedDB, the Cache interface, the
   * origin's private files, the history's state and the window's name, as text; bytes as
   * hexadecimal.
   */
  public static byte[] dump(ChromeDriver driver) {
    String text = (String) driver.executeAsyncScript(DUMP);
    if (text.startsWith("FAILED")) {
      throw new IllegalStateException(text);
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
