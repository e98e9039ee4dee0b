import { Localised, controls, date, icon } from '@signet/elements';
import type { Certificate } from '@signet/smime';
import { html, nothing } from 'lit';
import { fileNameOf, pemOf } from '../certificates/export.ts';
import {
  isSelfIssued,
  purposesOf,
  shortName,
  sortedRows,
  type CertificateRow,
  type SortKey,
} from '../certificates/rows.ts';
import { save } from '../mail/saving.ts';
import { texts } from '../texts/index.ts';
import { certificateTableStyles } from './certificate-table-styles.ts';
import { layout } from './layout.ts';

const columns = 7;

/**
 * Public certificates, as a table.
 *
 * @fires remove-certificate - `detail` is a correspondent's certificate
 */
export class CertificateTable extends Localised {
  static override properties = {
    rows: { attribute: false },
    sort: { state: true },
    descending: { state: true },
    opened: { state: true },
  };

  static override styles = [controls, layout, certificateTableStyles];

  declare rows: readonly CertificateRow[];
  declare sort: SortKey;
  declare descending: boolean;
  /** Fingerprints of those whose facts are shown. */
  declare opened: ReadonlySet<string>;

  constructor() {
    super();
    this.rows = [];
    this.sort = 'address';
    this.descending = false;
    this.opened = new Set();
  }

  private sortBy(key: SortKey): void {
    this.descending = this.sort === key && !this.descending;
    this.sort = key;
  }

  private toggle(fingerprint: string): void {
    const opened = new Set(this.opened);
    if (!opened.delete(fingerprint)) opened.add(fingerprint);
    this.opened = opened;
  }

  private askToRemove(detail: Certificate): void {
    this.dispatchEvent(new CustomEvent('remove-certificate', { detail }));
  }

  private renderSortable(key: SortKey, label: string) {
    const sorted = this.descending ? 'descending' : 'ascending';
    return html`<th
      role="columnheader"
      scope="col"
      aria-sort=${this.sort === key ? sorted : 'none'}
    >
      <button
        type="button"
        class="quiet"
        data-testid="certificates-sort-${key}"
        @click=${() => this.sortBy(key)}
      >
        ${label}<span aria-hidden="true"
          >${this.sort === key ? (this.descending ? '▼' : '▲') : ''}</span
        >
      </button>
    </th>`;
  }

  private renderPlain(label: string) {
    return html`<th role="columnheader" scope="col" class="plain">${label}</th>`;
  }

  private typeOf({ certificate, kind, origin }: CertificateRow) {
    const issued = isSelfIssued(certificate)
      ? texts.selfIssued
      : texts.issuedBy(shortName(certificate.issuer));
    const came =
      origin === null ? '' : texts.certificateCame[origin.way](date(new Date(origin.at)));
    return html`${texts.certificateKinds[kind]}<small>${issued}</small>${
      came === '' ? nothing : html`<small>${came}</small>`
    }`;
  }

  private purpose(certificate: Certificate): string {
    const purposes = purposesOf(certificate).map((one) => texts.certificatePurposes[one]);
    return purposes.length === 0 ? texts.purposeNone : purposes.join(', ');
  }

  private validity(certificate: Certificate) {
    const now = new Date();
    if (certificate.notAfter < now)
      return html`<span class="tag warn">${texts.expiredOn(date(certificate.notAfter))}</span>`;
    if (certificate.notBefore > now)
      return html`<span class="tag warn">${texts.validFrom(date(certificate.notBefore))}</span>`;
    return texts.validUntil(date(certificate.notAfter));
  }

  private renderFacts(row: CertificateRow, id: string) {
    const { certificate } = row;
    const download = (extension: 'cer' | 'pem'): void =>
      save(
        extension === 'cer' ? certificate.der : new TextEncoder().encode(pemOf(certificate)),
        fileNameOf(certificate, extension),
        extension === 'cer' ? 'application/pkix-cert' : 'application/x-pem-file',
      );
    return html`<tr role="row" class="facts" id=${id}>
      <td role="cell" colspan=${columns}>
        <signet-certificate-facts .certificate=${certificate}></signet-certificate-facts>
        <div class="row">
          ${(['cer', 'pem'] as const).map(
            (extension) =>
              html`<button
                type="button"
                data-testid="certificate-export-${extension}"
                @click=${() => download(extension)}
              >
                ${icon('download')}${texts.saveAs(`.${extension}`)}
              </button>`,
          )}
        </div>
      </td>
    </tr>`;
  }

  private renderRow(row: CertificateRow, index: number) {
    const { certificate, kind } = row;
    const print = certificate.fingerprints.sha256;
    const isOpen = this.opened.has(print);
    const name = certificate.emailAddresses.join(', ') || shortName(certificate.subject);
    const bits = certificate.keyBits === null ? '' : ` ${certificate.keyBits}`;
    return html`<tr
        role="row"
        data-testid=${kind === 'own' ? 'own-certificate-row' : 'certificate-row'}
        data-addresses=${certificate.emailAddresses.join(' ')}
        data-fingerprint=${print}
        data-origin=${row.origin?.way ?? ''}
      >
        <td role="cell">
          <button
            type="button"
            class="quiet toggle"
            data-testid="certificate-facts-toggle"
            aria-expanded=${isOpen}
            aria-controls=${isOpen ? `facts-${index}` : nothing}
            @click=${() => this.toggle(print)}
          >
            ${icon('chevron', { size: 14 })}<bdi>${name}</bdi>
          </button>
        </td>
        <td role="cell" data-label=${texts.columnValidity}>${this.validity(certificate)}</td>
        <td role="cell" data-label=${texts.columnType}>${this.typeOf(row)}</td>
        <td role="cell" data-label=${texts.columnKey}>${certificate.keyAlgorithm}${bits}</td>
        <td role="cell" data-label=${texts.columnPurpose}>${this.purpose(certificate)}</td>
        <td role="cell" data-label=${texts.columnFingerprint}>
          <span class="code" title=${print}
            >${print.slice(0, 16).replaceAll(/(.{4})(?!$)/g, '$1 ')} …</span
          >
        </td>
        <td role="cell">
          ${
            kind === 'own'
              ? nothing
              : html`<button
                  type="button"
                  class="quiet act"
                  data-testid="certificate-remove"
                  aria-label=${texts.removeCertificateOf(name)}
                  title=${texts.removeCertificateOf(name)}
                  @click=${() => this.askToRemove(certificate)}
                >
                  ${icon('trash')}
                </button>`
          }
        </td>
      </tr>
      ${isOpen ? this.renderFacts(row, `facts-${index}`) : nothing}`;
  }

  protected override render() {
    const rows = sortedRows(this.rows, this.sort, this.descending);
    // The roles are those that the elements have; laid out as blocks, browsers would drop them.
    return html`<table role="table" data-testid="certificate-table">
      <caption>
        ${texts.certificateTable}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${this.renderSortable('address', texts.columnAddress)}
          ${this.renderSortable('until', texts.columnValidity)}
          ${this.renderSortable('kind', texts.columnType)} ${this.renderPlain(texts.columnKey)}
          ${this.renderPlain(texts.columnPurpose)} ${this.renderPlain(texts.columnFingerprint)}
          ${this.renderPlain(texts.columnActions)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map((row, index) => this.renderRow(row, index))}
      </tbody>
    </table>`;
  }
}
